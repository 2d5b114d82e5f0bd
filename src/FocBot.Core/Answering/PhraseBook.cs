using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>The phrases of all languages: what the bot says, and how people say the things that are no questions.</summary>
sealed partial class PhraseBook
{
    const int LongestCommand = 400;

    // Words that only go with a request.
    const string RequestFiller = "request-filler";

    // Requests that are told by what they are made of, and the commands that they stand for.
    static readonly FrozenDictionary<string, string> requests = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["simpler"] = "explain",
        ["shorter"] = "shorter",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    readonly Dictionary<string, AskerLanguage> languages;
    readonly AskerLanguage? english;
    readonly QuestionInterpreter interpreter;
    readonly Dictionary<string, (string Says, List<string> Languages)> said = new(StringComparer.Ordinal);
    readonly string[] polite;

    internal PhraseBook(Catalogue catalogue, QuestionInterpreter interpreter)
    {
        this.interpreter = interpreter;
        languages = catalogue.Languages.ToDictionary(l => l.Code, StringComparer.Ordinal);
        english = languages.GetValueOrDefault("en");
        polite = [.. catalogue.Languages.SelectMany(l => l.Polite).Select(Plain).OrderByDescending(p => p.Length)];
        // English last: what is said by a button in any language is English too, and tells no language.
        foreach (var language in catalogue.Languages.OrderBy(l => l.Code == "en"))
        {
            var code = language.Code == "en" ? null : language.Code;
            foreach (var (variant, command) in language.Commands)
                Add(variant, command, code);
            foreach (var (key, label) in language.Phrases.Where(p => Buttons.Says.ContainsKey(p.Key)))
                Add(label, Buttons.Says[key], code);
        }

        foreach (var command in Buttons.Says.Values)
            said[command] = (command, []);

        void Add(string words, string command, string? code)
        {
            if (Bare(Plain(words)) is not { Length: > 0 } key)
                return;
            if (code is null)
                said[key] = (command, []);
            else if (!said.TryGetValue(key, out var known))
                said.Add(key, (command, [code]));
            else if (!known.Languages.Contains(code))
                known.Languages.Add(code);
        }
    }

    [GeneratedRegex(@"<at[^>]*>.*?</at>|<[@!#][^>]{1,80}>|(?<=^\s*)@[\w.-]+", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Mention();

    [GeneratedRegex(@":[a-z0-9_+-]{1,40}:", RegexOptions.IgnoreCase)]
    private static partial Regex Shortcode();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^(?:cite|draft|paragraph|recommendations?|topics?|tour|quiz|next|back|in [\w-]+:|use|statement|glossary|references|score|check|help)\b")]
    private static partial Regex Neutral();

    /// <summary>The phrases of a language.</summary>
    internal Wording In(string code) => new(languages.GetValueOrDefault(code), english);

    /// <summary>The languages that questions are understood in, by their own names.</summary>
    internal IEnumerable<string> LanguageNames => languages.Values.OrderBy(l => l.Code != "en").Select(l => l.Phrases.GetValueOrDefault("name") ?? l.Code);

    /// <summary>The words for paragraphs and recommendations in all languages, each with what it counts.</summary>
    internal IReadOnlyDictionary<string, NumberedKind> Nouns => field ??= languages.Values.SelectMany(l =>
            NounsOf(l, "noun.paragraph", NumberedKind.Paragraph).Concat(NounsOf(l, "noun.recommendation", NumberedKind.Recommendation)))
        .DistinctBy(n => n.Noun).ToDictionary(n => n.Noun, n => n.Kind, StringComparer.Ordinal);

    /// <summary>The words of all languages that ask for a text of the bot's own.</summary>
    internal IReadOnlySet<string> WritingVerbs => field ??= languages.Values
        .SelectMany(l => (l.Phrases.GetValueOrDefault("verb.write") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a word only asks, in any language but English.</summary>
    internal bool IsAsking(string word) => languages.Values.Any(l => l.Code != "en" && l.Asking.Contains(word));

    // "Empfehlung 3" is German by its first word.
    string? NounLanguage(string words) =>
        words.Split(' ')[0] is var first && languages.Values.FirstOrDefault(l => NounsOf(l, "noun.paragraph", NumberedKind.Paragraph)
        .Concat(NounsOf(l, "noun.recommendation", NumberedKind.Recommendation)).Any(n => n.Noun == first)) is { Code: not "en" } spoken
        && NumberParser.Read(words, Nouns) is not null ? spoken.Code : null;

    static IEnumerable<(string Noun, NumberedKind Kind)> NounsOf(AskerLanguage language, string key, NumberedKind kind) =>
        (language.Phrases.GetValueOrDefault(key) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => (n, kind));

    /// <summary>A message as commands are recognised, and the language to answer in.</summary>
    internal (string Words, string Language) Read(Question question) =>
        (Words(question.Text), question.LeadLanguage ?? question.History.Reverse().Prepend(question.Text).Select(LanguageOf).FirstOrDefault(l => l is not null)
            ?? (Find(question.Text).Languages is [var first, ..] ? first : "en"));

    /// <summary>A message in lower case, without politeness, emoji and the marks at its ends; what a label or another wording stands for, in its
    /// place.</summary>
    internal string Words(string typed) => Find(typed).Words;

    /// <summary>A message in lower case, without emoji and the marks at its ends.</summary>
    internal string Spoken(string typed) => typed.Length > LongestCommand ? typed.ToLowerInvariant() : Bare(Plain(typed));

    (string Words, IReadOnlyList<string> Languages, bool IsPhrase) Find(string typed)
    {
        if (typed.Length > LongestCommand)
            return (typed.ToLowerInvariant(), [], false);
        var words = Bare(Plain(typed));
        if (said.TryGetValue(words, out var known))
            return (known.Says, known.Languages, true);
        var polished = Polite(words);
        return said.TryGetValue(polished, out known) ? (known.Says, known.Languages, true)
            : MadeOf(typed) is var (kind, language) && requests.TryGetValue(kind, out var command) ? (command, language == "en" ? [] : [language], true)
            : (polished, [], false);
    }

    /// <summary>The courtesy that the words are made of: "thanks", "greeting" and the like; null where they say anything else.</summary>
    internal (string Kind, string Language)? CourtesyOf(string typed) => MadeOf(typed) is { } made && !requests.ContainsKey(made.Kind) ? made : null;

    (string Kind, string Language)? MadeOf(string typed)
    {
        if (typed.Length > LongestCommand)
            return null;
        var words = Bare(Plain(Shortcode().Replace(typed, " "))).Split([' ', ',', '.', '!', '?', ';', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return EmojiOf(typed) is { } emoji ? (emoji, "en") : null;
        foreach (var language in languages.Values.OrderBy(l => l.Code != "en"))
        {
            var kinds = words.Select(w => language.Courtesies.GetValueOrDefault(w)).ToList();
            // A question begins with a word of asking: "is this right" is none of these.
            if (kinds.Contains(null))
                continue;
            if (kinds.FirstOrDefault(k => requests.ContainsKey(k!)) is { } request)
                return (request, language.Code);
            // "How?" asks on; "how are you" does not.
            if (kinds is ["wellbeing"])
                return null;
            if (kinds[0] != "asking" && !kinds.Contains(RequestFiller)
                && kinds.Where(k => k is not ("filler" or "asking")).OrderBy(Rank).FirstOrDefault() is { } kind)
                return (kind, language.Code);
        }

        return null;
    }

    // "thanks, bye" is a goodbye; "sorry, thanks" is thanks, and "hi, thanks" too.
    static int Rank(string? kind) => kind switch { "complaint" => 0, "goodbye" => 1, "thanks" => 2, "apology" => 3, "wellbeing" => 4, "greeting" => 5, _ => 6 };

    // A message of marks alone: a wave greets, any other emoji is a nod. Question marks are neither.
    static string? EmojiOf(string typed)
    {
        var marks = typed.EnumerateRunes()
            .Where(r => r.Value > 0x2000 && !Rune.IsLetterOrDigit(r) && !Rune.IsWhiteSpace(r) && !Rune.IsPunctuation(r) && r != Rune.ReplacementChar).ToList();
        var named = Shortcode().Matches(typed).Select(m => m.Value).ToList();
        return marks.Count + named.Count == 0 ? null
            : marks.Exists(r => r.Value == 0x1F44B) || named.Exists(n => n.Contains("wave", StringComparison.Ordinal)) ? "greeting" : "nod";
    }

    // What is said the same in all languages tells none.
    string? LanguageOf(string typed) => Find(typed) switch
    {
        // What two languages have in common is told by the conversation.
        { IsPhrase: true, Languages: [var only] } => only,
        { IsPhrase: true } => null,
        _ when CourtesyOf(typed) is var (_, language) => language == "en" ? null : language,
        var (words, _, _) when NounLanguage(words) is { } ofNoun => ofNoun,
        var (words, _, _) => interpreter.LanguageOf(typed) is not "en" and var other ? other : Neutral().IsMatch(words) ? null : "en",
    };

    [GeneratedRegex(@"^\s*in [a-z0-9-]+:\s*(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex InStatement();

    static string Plain(string typed)
    {
        var text = Space().Replace(Mention().Replace(InStatement().Replace(typed, ""), " "), " ").Trim().ToLowerInvariant()
            .Replace('\u2019', '\'').Replace('\u2018', '\'').Replace('\u201C', '"').Replace('\u201D', '"');
        if (Shortcode().Replace(text, " ") is var without && without.Any(char.IsLetterOrDigit))
            text = Space().Replace(without, " ");
        return string.Concat(text.EnumerateRunes().Where(r => r.Value < 0x2190 || Rune.IsLetterOrDigit(r) || r.Value is >= 0x3000 and <= 0x303F));
    }

    static string Bare(string words) =>
        words.Trim(' ', '.', '!', '?', ',', ';', ':', '\u2026', '\u3002', '\uFF01', '\uFF1F', '\u061F', '\u00BF', '\u00A1', '\u00A0');

    // Whole phrases at either end, as often as they stand there; never all of the words.
    string Polite(string words)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var phrase in polite)
            {
                var cut = words.Length <= phrase.Length + 1 ? words
                    : words.StartsWith(phrase, StringComparison.Ordinal) && words[phrase.Length] is ' ' or ',' or '.' or '!'
                        ? Bare(words[(phrase.Length + 1)..])
                    : words.EndsWith(phrase, StringComparison.Ordinal) && words[^(phrase.Length + 1)] is ' ' or ',' ? Bare(words[..^(phrase.Length + 1)])
                    : words;
                if (cut.Length == 0 || cut.Length == words.Length)
                    continue;
                (words, again) = (cut, true);
                break;
            }
        }

        return words;
    }
}
