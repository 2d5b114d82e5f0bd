using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>The passages that words name: by id, by number, or as "it" by the answer before.</summary>
/// <param name="Passages">Those that there are; none where <paramref name="Problem"/> says why.</param>
/// <param name="Problem">What to answer where nothing is meant.</param>
sealed partial record PassageReference(IReadOnlyList<Passage> Passages, NumberedKind Kind, Answer? Problem)
{
    // One word alone may be a command: "cite" asks in French.
    const int FewestAsking = 2, LongestArticle = 3;

    [GeneratedRegex(@"^(?<statement>[a-z0-9][a-z0-9-]*)#(?<number>\d{1,5})$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^(?:it|this|that|this one|that one|these|those|them|all of (?:it|them)|(?:this|that|the|the same) (?:full |whole |entire |complete )?"
        + @"(?:passage|paragraph|quote|quotation|sentence|recommendation|answer|text))$")]
    private static partial Regex It();

    [GeneratedRegex(@"^(?:article|art\.?|section|chapter|principle|rule|guideline|goal|annex|commitment|pp|op) ?[\divxlc]{1,5}\b[\w ().,]{0,30}$")]
    private static partial Regex PublishersNumber();

    [GeneratedRegex(@"^(?:what (?:is|are|does|do|did|about)|what's|whats|how about|and what about|and|why|why is|why was|the text of|just) |"
        + @" (?:says?|states?|mean|contain|cover|read|ask|"
        + @"ask for|tell us|of the statement|in the statement|of the text)$")]
    private static partial Regex Frame();

    /// <summary>What the words name; null where they name no passage.</summary>
    /// <param name="said">The message.</param>
    /// <param name="words">The words to read.</param>
    /// <param name="bare">What a number without a noun counts; <see cref="NumberedKind.Unsaid"/> where it then names nothing.</param>
    /// <param name="cancel">Ends the turn.</param>
    internal static async ValueTask<PassageReference?> ReadAsync(CommandContext said, string words, NumberedKind bare, CancellationToken cancel)
    {
        if (words.Length > Question.MaxLength)
            return null;
        if (Id().Match(words) is { Success: true } id)
            return ById(said, id.Groups["statement"].Value, int.Parse(id.Groups["number"].ValueSpan, provider: null));
        if (It().IsMatch(words))
            return await ItAsync(said, words is "these" or "those" or "them" || words.StartsWith("all", StringComparison.Ordinal), cancel);
        if (await PublishersNumberAsync(said, Frame().Replace(Frame().Replace(words, ""), ""), cancel) is { } numbered)
            return numbered;
        if (Number(said, words) is not { } thing)
            return null;
        if (thing.Kind == NumberedKind.Unsaid && IsPlace(words) && await PlaceAsync(said, thing, cancel) is { } place)
            return place;
        var kind = thing.Kind == NumberedKind.Unsaid ? bare : thing.Kind;
        return kind == NumberedKind.Unsaid ? null : await NumberedAsync(said, kind, thing.Numbers, cancel);
    }

    /// <summary>The numbers that words name within a question: "what does paragraph 13 say", "quelle est la recommandation 5".</summary>
    internal static NumberedThing? Number(CommandContext said, string words) => words.Length > Question.MaxLength ? null
        : NumberParser.Read(Frame().Replace(Frame().Replace(words, ""), ""), said.Phrases.Nouns)
            ?? (WordsOfAsking(said, words) is >= FewestAsking and var asking
                ? NumberParser.Read(string.Join(' ', words.Split(' ').Skip(asking)), said.Phrases.Nouns) : null);

    // Before the noun; articles are short.
    static int WordsOfAsking(CommandContext said, string words)
    {
        var all = words.Split(' ');
        var noun = Array.FindIndex(all, said.Phrases.Nouns.ContainsKey);
        return noun > 0 && said.Phrases.IsAsking(all[0])
            && Array.TrueForAll(all[..noun], w => w.Length <= LongestArticle || said.Phrases.IsAsking(w)) ? noun : 0;
    }

    // "article 19", "OP7": of the statements that have it, the one that is meant.
    static async ValueTask<PassageReference?> PublishersNumberAsync(CommandContext said, string words, CancellationToken cancel)
    {
        if (!PublishersNumber().IsMatch(words))
            return null;
        if (!said.Scope.Statements.Any(s => s.FindLabel(words) is not null))
            return words == said.Words && said.Scope.Statements is [var only] ? NoNumber(said, words, only) : null;
        var (statement, which) = await said.OneAsync(s => s.FindLabel(words) is not null, cancel);
        return statement is null ? new([], NumberedKind.Paragraph, which) : new([statement.FindLabel(words)!], NumberedKind.Paragraph, null);
    }

    static PassageReference NoNumber(CommandContext said, string name, Statement statement) => new([], NumberedKind.Paragraph,
        said.Silent(said.Say.Of("no-number", ("name", name), ("count", statement.Passages.Count)), Buttons.Of(said.Say, "statement"),
            Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help")));

    // "the second one", "the last": a place in the list before; a bare number counts paragraphs.
    static bool IsPlace(string words) => !words.Any(char.IsDigit) || words.StartsWith("the ", StringComparison.Ordinal);

    /// <summary>The passages at those places of the list that was shown before; null where none was.</summary>
    internal static async ValueTask<PassageReference?> PlaceAsync(CommandContext said, NumberedThing thing, CancellationToken cancel)
    {
        if (await said.LastAnswerAsync(cancel) is not { Excerpts: { Count: > 0 } shown } || (shown.Count == 1 && thing.Numbers is not [1 or -1]))
            return null;
        var found = Select(thing.Numbers, shown.Select(e => e.Passage).ToList());
        return found.Count > 0 ? new(found, NumberedKind.Unsaid, null)
            : new([], NumberedKind.Unsaid,
                said.Silent(said.Say.Of("only-shown", ("count", shown.Count)), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help")));
    }

    static PassageReference ById(CommandContext said, string statement, int number) =>
        said.Catalogue.Statements.FirstOrDefault(s => s.Id == statement) is not { } named
            ? new([], NumberedKind.Paragraph, said.Silent(said.Say["no-statement"], Buttons.Of(said.Say, "statements"), Buttons.Of(said.Say, "help")))
        : named.Find(number) is { } passage ? new([passage], NumberedKind.Paragraph, null)
        : OutOfRange(said, NumberedKind.Paragraph, named);

    static async ValueTask<PassageReference?> ItAsync(CommandContext said, bool all, CancellationToken cancel) =>
        await said.LastAnswerAsync(cancel) is { Excerpts: { Count: > 0 } } last
            ? new([.. (all ? last.MainExcerpts : last.Excerpts.Take(1)).Select(e => e.Passage)], NumberedKind.Paragraph, null)
            : null;

    static async ValueTask<PassageReference> NumberedAsync(CommandContext said, NumberedKind kind, IReadOnlyList<int> numbers, CancellationToken cancel)
    {
        var (statement, which) = await said.OneAsync(s => kind == NumberedKind.Paragraph || s.Recommendations.Count > 0, cancel);
        if (statement is null)
            return new([], kind, which);
        var found = Select(numbers, Counted(statement, kind));
        return found.Count > 0 ? new(found, kind, null) : OutOfRange(said, kind, statement);
    }

    static PassageReference OutOfRange(CommandContext said, NumberedKind kind, Statement statement) => kind == NumberedKind.Recommendation
        ? new([], kind, said.Silent(said.Say.Of("recommendations-only", ("count", statement.Recommendations.Count)),
            Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "help")))
        : new([], kind, said.Silent(said.Say.Of("paragraphs-only", ("count", statement.Passages.Count)),
            Buttons.Of(said.Say, "statement"), Buttons.Of(said.Say, "help")));

    static IReadOnlyList<Passage> Counted(Statement statement, NumberedKind kind) =>
        kind == NumberedKind.Recommendation ? statement.Recommendations : statement.Passages;

    static List<Passage> Select(IReadOnlyList<int> numbers, IReadOnlyList<Passage> from) =>
        [.. numbers.Select(n => n < 0 ? from.Count + n : n - 1).Where(i => i >= 0 && i < from.Count).Select(i => from[i]).Distinct()];
}
