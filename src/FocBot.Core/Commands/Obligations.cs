using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>The recommendations by how strongly they are worded; the whole clause is quoted, with what belongs to it.</summary>
sealed partial class Obligations : ICommand
{
    public string Example => "obligations";

    [GeneratedRegex(@"^(?:and )?what (?<modal>(?:must|should|shall|can|may|do|are|"
        + @"ought)\b(?: \w+){0,3}?) (?:the )?(?<whom>[\w -]{2,40}?)(?<modal2>(?: (?:merely|seek to|consider|encourage|need to|have to|obliged to|"
        + @"required to|asked to))*)(?: (?:do|to do))?$")]
    private static partial Regex WhatMust();

    [GeneratedRegex(@"^(?:and )?what (?:must|should|shall|do|are) (?<whom>they|he|she|it|these|those)(?: (?:have to|need to|obliged to|"
        + @"required to))?(?: do)?$")]
    private static partial Regex WhatMustThey();

    // "the obligations of companies", "what company must do".
    [GeneratedRegex(@"^(?:what are )?(?:the )?(?:obligations|duties|responsibilities|tasks) (?:of|for) (?:the )?(?<whom>.+)$|"
        + @"^what (?:the )?(?<whom>[\w -]{2,40}?) (?:must|should|have to|has to|need to|needs to) do$")]
    private static partial Regex Duties();

    [GeneratedRegex(@"^(?:(?:and )?(?:what about|how about|what of|and)|tell me about|what does it say about|what does the statement say about|topic|"
        + @"recommendations (?:on|for|about|to)) (?:the )?(?<whom>.+)$")]
    private static partial Regex About();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        var words = said.Words;
        if (words == "obligations")
            return await GroupedAsync(said, null, cancel);
        if (WhatMustThey().IsMatch(words) && Antecedent(said) is { } they && !IsAddressee(said, they))
            return await Recommendations.OnAsync(said, they, cancel);
        if (await StrengthAsync(said, words, cancel) is { } worded)
            return worded;
        if (WhatMustThey().IsMatch(words))
            return await GroupedAsync(said, null, cancel);
        // "and States?" behind "what must companies do?".
        if (About().Match(words) is { Success: true } goesOn && words.StartsWith("and ", StringComparison.Ordinal)
            && said.Before is { } before && IsAsked(before.Words))
            return await OfAsync(said, goesOn.Groups["whom"].Value, cancel);
        if (Duties().Match(words) is { Success: true } duties)
            return await OfAsync(said, duties.Groups["whom"].Value, cancel);
        return WhatMust().Match(words) is { Success: true } asked && IsAsked(words) ? await OfAsync(said, asked.Groups["whom"].Value, cancel) : null;
    }

    static bool IsAsked(string words) =>
        WhatMust().IsMatch(words) && (words.EndsWith(" do", StringComparison.Ordinal) || words.EndsWith(" to", StringComparison.Ordinal));

    static async ValueTask<Answer?> OfAsync(CommandContext said, string whom, CancellationToken cancel) =>
        IsAddressee(said, whom) ? await GroupedAsync(said, null, cancel)
        : TopicResolver.Named(said, whom) is not null ? await Recommendations.OnAsync(said, whom, cancel)
        : null;

    // Whom the question before was about.
    static string? Antecedent(CommandContext said) => said.Before is not { } before ? null
        : WhatMust().Match(before.Words) is { Success: true } must && IsAsked(before.Words) ? must.Groups["whom"].Value
        : About().Match(before.Words) is { Success: true } about ? about.Groups["whom"].Value
        : TopicResolver.Named(before, before.Words) is { } topic ? topic.Name
        : null;

    /// <summary>Whether the recommendations as a whole are for them.</summary>
    internal static bool IsAddressee(CommandContext said, string whom) =>
        whom is "they" or "we" or "governments" or "government" or "countries" or "country" or "members" or "state"
        || said.Scope.Statements.SelectMany(s => s.Study.Obligations).Any(o => o.Addressee.Equals(whom, StringComparison.OrdinalIgnoreCase));

    // "what must States do", "need to", "what should States merely consider": one wording.
    static async ValueTask<Answer?> StrengthAsync(CommandContext said, string words, CancellationToken cancel)
    {
        var strengths = said.Scope.Statements.SelectMany(s => s.Strengths).ToList();
        var strength = strengths.Find(s => s.Wording == words || s.Said.Contains(words));
        return strength is null ? null : await GroupedAsync(said, strength, cancel);
    }

    static async ValueTask<Answer?> GroupedAsync(CommandContext said, Strength? only, CancellationToken cancel)
    {
        var (statement, which) = await said.OneAsync(s => s.Study.Obligations.Count > 0, cancel);
        if (statement is null)
            return which;
        var study = statement.Study;
        if (study.Obligations.Count == 0)
            return said.Silent(said.Say["recommendations-none"], Buttons.Of(said.Say, "summary"), Buttons.Of(said.Say, "help"));
        var groups = study.Obligations.GroupBy(o => o.Strength)
            .Where(g => only is null || g.Key == only.Wording)
            .OrderBy(g => statement.Strengths.Select(s => s.Wording).ToList().IndexOf(g.Key)).ToList();
        var lines = groups.Select(g =>
            said.Say.Of("obligation", ("strength", g.Key), ("numbers", string.Join(", ", g.Select(o => Find(statement, o).Recommendation)))));
        var others = statement.Strengths.Where(s => only is not null && s.Wording != only.Wording).Select(s => new Choice($"“{s.Wording}”", s.Wording));
        return said.Show($"{said.Say[only is null ? "obligations" : "obligations-worded"]}\n{string.Join('\n', lines)}",
            groups.SelectMany(g => g)
                .Select(o => Clause(Find(statement, o), o)), [.. others, Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "help")]);
    }

    static Passage Find(Statement statement, Obligation obligation) => statement.Find(obligation.Passage.Number)!;

    static Excerpt Clause(Passage passage, Obligation o) =>
        Quote.Around(passage, Math.Max(0, passage.Text.IndexOf(o.Action, StringComparison.OrdinalIgnoreCase)));
}
