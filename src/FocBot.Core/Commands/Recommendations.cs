using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>What the statements ask: all of it, on a subject, for somebody, by number.</summary>
sealed partial class Recommendations : ICommand
{
    public string Example => "recommendations";

    [GeneratedRegex(@"^(?:the |any |all |all the |which |what )?(?:recommendations?|recs?)(?: are there| do they make| does it (?:make|have))? (?:on|"
        + @"about|for|to|concerning|regarding|of) (?:the )?(?<what>.+)$")]
    private static partial Regex OnSubject();

    [GeneratedRegex(@"^what (?:does|do|did) (?:it|they|the statement|the text|the coalition) recommend(?: (?:to|for|on|about|"
        + @"regarding) (?:the )?(?<what>.+))?$|^what (?:(?:does|do|did) )?(?:it|they|the statement|the text|the coalition) (?<asks>asks?|demands?|wants?|"
        + @"expects?|requires?|recommends?) (?:of|from|to|for) (?:the )?(?<what>.+)$")]
    private static partial Regex Recommends();

    [GeneratedRegex(@"^(?:list|enumerate|name|number|read|quote)? ?(?:the |all |all of the |all the |every |each |each one of the |every one of the |"
        + @"each and every |every single |the full list of |the complete list of |a list of |list of |the list of |full list of |what are |what are the |"
        + @"what are all the |which are the |what |which |the complete |complete |full )*(?:of the )?(?:\d+ |\p{L}+teen |eleven |ten |"
        + @"twelve )?(?:recommendations?|recommends?|recs)(?:,? (?:are there|does it (?:make|have|contain|give)|do they make|in (?:the|this) (?:statement|"
        + @"text)|of (?:the|this) statement|one by one|in full|in order|list|it makes|to (?<what>\w+)))*$")]
    private static partial Regex Every();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        var words = said.Words;
        if (words is "recommendation" or "rec")
            return said.Guide(said.Say["usage.recommendation"], Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "help"));
        if (await NamedAsync(said, words, cancel) is { } named)
            return named.Problem ?? (named.Passages is [var one] ? One(said, one) : Many(said, named.Passages));
        if (Steps.Read(said) is var (from, far) && await NamedAsync(said, from, cancel) is { Passages: [var start] })
            return Walk(said, start, far);
        if (words == "recommendations" || (Every().Match(WithoutIssuer(said, words)) is { Success: true } every
            && (!every.Groups["what"].Success || AreTo(said, every.Groups["what"].Value))))
            return await AllAsync(said, cancel);
        var match = Recommends().Match(words) is { Success: true } recommends ? recommends : OnSubject().Match(words);
        if (!match.Success)
            return null;
        var what = match.Groups["what"].Value;
        // "What does it ask of ...": of whom the list of topics does not know, the search finds more.
        if (match.Groups["asks"].Success && !AreTo(said, what) && TopicResolver.Named(said, what) is null)
            return null;
        return what.Length == 0 || AreTo(said, what) ? await AllAsync(said, cancel) : await OnAsync(said, what, cancel);
    }

    // "the FOC recommendations" are the recommendations.
    static string WithoutIssuer(CommandContext said, string words) => said.Scope.Statements.Select(s => s.Front.IssuerShort.ToLowerInvariant()).Distinct()
        .Aggregate(words, (kept, issuer) => kept.Replace($" {issuer} recommendation", " recommendation", StringComparison.Ordinal));

    static async ValueTask<PassageReference?> NamedAsync(CommandContext said, string words, CancellationToken cancel) =>
        words.Contains('#', StringComparison.Ordinal) && !words.Contains("rec", StringComparison.Ordinal) ? null
        : await PassageReference.ReadAsync(said, words, NumberedKind.Unsaid, cancel) is { Kind: NumberedKind.Recommendation } named ? named : null;

    // "Recommendations to States" is the heading of all of them.
    static bool AreTo(CommandContext said, string whom) => Obligations.IsAddressee(said, whom)
        || said.Scope.Statements.SelectMany(s => s.Recommendations).Any(p => p.Section?.EndsWith($" {whom}", StringComparison.OrdinalIgnoreCase) == true);

    static async ValueTask<Answer?> AllAsync(CommandContext said, CancellationToken cancel)
    {
        var (statement, which) = await said.OneAsync(s => s.Recommendations.Count > 0, cancel);
        if (statement is null)
            return which;
        return statement.Recommendations.Count == 0
            ? said.Silent(said.Say["recommendations-none"], Buttons.Of(said.Say, "summary"), Buttons.Of(said.Say, "help"))
            : said.Show(said.Say.Of("recommendations", ("count", statement.Recommendations.Count)), statement.Recommendations.Select(Quote.Of),
                Buttons.Of(said.Say, "obligations"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
    }

    static Answer Many(CommandContext said, IReadOnlyList<Passage> passages) =>
        said.Show(said.Say.Of("recommendations-numbered", ("numbers", string.Join(", ", passages.Select(p => p.Recommendation)))), passages.Select(Quote.Of),
            Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "help"));

    static Answer Walk(CommandContext said, Passage start, int far)
    {
        var all = said.Catalogue.Statements.First(s => s.Id == start.Id.Statement).Recommendations;
        return One(said, all[Math.Clamp(start.Recommendation - 1 + far, 0, all.Count - 1)]);
    }

    static Answer One(CommandContext said, Passage passage)
    {
        var statement = said.Catalogue.Statements.First(s => s.Id == passage.Id.Statement);
        List<Choice> choices = [Buttons.Cite(said.Say, passage), Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "help")];
        if (passage.Recommendation < statement.Recommendations.Count)
            choices.Insert(0, Buttons.Of(said.Say, "next", $"recommendation {passage.Recommendation + 1}"));
        var strength = statement.Study.Obligations.FirstOrDefault(o => o.Passage == passage.Id) is { } lens ? $" (“{lens.Strength}”)" : "";
        return said.Show(said.Say.Of("recommendation-of", ("number", passage.Recommendation),
            ("count", statement.Recommendations.Count), ("strength", strength)), [Quote.Of(passage)], choices);
    }

    /// <summary>The recommendations on a subject: which name it, which touch it.</summary>
    internal static async ValueTask<Answer?> OnAsync(CommandContext said, string words, CancellationToken cancel)
    {
        if (words is "it" or "that" or "this")
            words = await SubjectBeforeAsync(said, cancel) ?? words;
        if (TopicResolver.Resolve(said, words) is not { } subject)
            return said.Silent(said.Say.Of("topic-none", ("topic", words)), Buttons.Of(said.Say, "recommendations"),
                Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
        var all = said.Scope.Statements.SelectMany(s => s.Recommendations).ToList();
        var names = all.FindAll(p => subject.Names.Any(n => Mentions.Holds(p.Text, n)));
        var touch = all.FindAll(p => !names.Contains(p) && subject.Passages.Contains(p));
        if (names.Count + touch.Count == 0)
        {
            return said.Show(said.Say.Of("recommendations-not-on", ("topic", subject.Name)), subject.Passages.Select(Quote.Of),
                Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
        }

        var counts = new[] { Counted("recommendations-name", names), Counted("recommendations-touch", touch) }.Where(c => c.Length > 0);
        return said.Show($"{said.Say.Of("recommendations-on", ("topic", subject.Name))} {string.Join(' ', counts)}", names.Concat(touch).Select(Quote.Of),
            Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));

        string Counted(string key, List<Passage> found) =>
            found.Count == 0 ? "" : said.Say.Of(key, ("numbers", string.Join(", ", found.Select(p => p.Recommendation))));
    }

    static async ValueTask<string?> SubjectBeforeAsync(CommandContext said, CancellationToken cancel) =>
        await said.LastAnswerAsync(cancel) is { Excerpts: [var first, ..] shown }
            && said.Scope.Statements.SelectMany(s => s.Study.Topics).ToList() is var topics
            ? (topics.Find(t => t.Passages.SequenceEqual(shown.Select(e => e.Passage.Id)))
                ?? topics.Find(t => t.Passages[0] == first.Passage.Id) ?? topics.Find(t => t.Passages.Contains(first.Passage.Id)))?.Name
            : null;
}
