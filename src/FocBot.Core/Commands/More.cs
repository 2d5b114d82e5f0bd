using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>What leans on the answer before: "tell me more", "explain", "the second one", "7", a choice's label.</summary>
sealed partial class More : ICommand
{
    const int Shown = 3, LongestLabel = 120;

    // Recalling whether a question before was the label of a choice would recall the whole conversation.
    const int MostWordsRecalled = 4;

    public string? Example => null;

    [GeneratedRegex(@"^(?:(?:and|also|so|but|what about|how about) )(?:(?:what about|how about|on|about|for|the) )*(?<topic>.+)$")]
    private static partial Regex GoesOn();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        const string explain = "explain ";
        if (said.Words.StartsWith(explain, StringComparison.Ordinal)
            && await PassageReference.ReadAsync(said, said.Words[explain.Length..], NumberedKind.Unsaid, cancel) is { } named)
            return named.Problem ?? Explain(said, Quote.Of(named.Passages[0]));
        if (said.History.Count == 0)
            return said.Words is "tell me more" or "explain" or "skip" or "hint" or "stop" or "next" or "back"
                ? said.Guide(said.Say["ask-something"], Starters.Of(said.Scope.Statements, said.Say)) : null;
        if (said.Words == "tell me more")
            return await FurtherAsync(said, cancel);
        if (said.Words == "explain")
            return await said.LastAnswerAsync(cancel) is { Kind: not AnswerKind.Silent, Excerpts: [var quoted, ..] }
                ? Explain(said, quoted) : NothingToAdd(said);
        if (GoesOn().Match(said.Words) is { Success: true } on && TopicResolver.Named(said, on.Groups["topic"].Value) is { Topic: not null })
            return await said.ReplyAsync($"topic {on.Groups["topic"].Value}", cancel);
        return await PickedAsync(said, cancel)
            ?? (said.Words is "skip" or "hint" or "stop" or "next" or "back"
                ? said.Guide(said.Say["nothing-to-go-on"], Buttons.Of(said.Say, "tour"), Buttons.Of(said.Say, "quiz"), Buttons.Of(said.Say, "help")) : null);
    }

    // Everything near what was quoted, a few at a time: the further excerpts, the topic's passages, then what stands around.
    static async ValueTask<Answer?> FurtherAsync(CommandContext said, CancellationToken cancel)
    {
        var before = said.Before;
        var times = 1;
        for (; before is { Words: "tell me more", Before: { } earlier }; before = earlier)
            times++;
        if (before is null || await before.RecallAsync(cancel) is not { Excerpts: [var first, ..] } answer || answer.Kind == AnswerKind.Silent)
            return NothingToAdd(said);
        var shown = answer.MainExcerpts.Select(e => e.Passage.Id).ToHashSet();
        var more = answer.FurtherExcerpts.Select(e => e.Passage).Concat(Around(said, first.Passage)).DistinctBy(p => p.Id).Where(p => !shown.Contains(p.Id))
            .Skip((times - 1) * Shown).Take(Shown).ToList();
        return more.Count == 0
            ? said.Guide(said.Say["more-none"], Buttons.Read(said.Say, first.Passage), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"))
            : said.Show(said.Say["more"], more.Select(Quote.Of), Buttons.Of(said.Say, "more"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
    }

    /// <summary>That there is no answer before this to go on from.</summary>
    internal static Answer NothingToAdd(CommandContext said) => said.Guide(said.Say["more-nothing"], Starters.Of(said.Scope.Statements, said.Say));

    static IEnumerable<Passage> Around(CommandContext said, Passage passage)
    {
        var statement = said.Catalogue.Statements.First(s => s.Id == passage.Id.Statement);
        var topics = statement.Study.Topics.Where(t => t.Passages[0] == passage.Id).SelectMany(t => t.Passages).Select(id => statement.Find(id.Number)!);
        var beside = new[] { statement.Find(passage.Id.Number + 1), statement.Find(passage.Id.Number - 1) }.OfType<Passage>()
            .Where(p => p.Section == passage.Section && p.Kind is PassageKind.Paragraph or PassageKind.Recommendation);
        return topics.Concat(beside);
    }

    // The bot quotes; what it can add are the terms that the text itself explains.
    static Answer Explain(CommandContext said, Excerpt first)
    {
        var statement = said.Catalogue.Statements.First(s => s.Id == first.Passage.Id.Statement);
        var terms = statement.Study.Terms.Where(t => t.Expansion.Length > 0 && Mentions.Holds(first.Text, t.Name)).Select(t => Glossary.Line(said, t)).ToList();
        var lead = terms.Count > 0 ? $"{said.Say["explain-terms"]}\n{string.Join('\n', terms)}" : said.Say["explain"];
        return said.Show(lead, [first], Buttons.Of(said.Say, "more"), Buttons.Cite(said.Say, first.Passage),
            Buttons.Of(said.Say, "glossary"), Buttons.Of(said.Say, "help"));
    }

    // "the second one", "7": of what was shown, else of the choices; a choice may also be typed by its label.
    static async ValueTask<Answer?> PickedAsync(CommandContext said, CancellationToken cancel)
    {
        if (PassageReference.Number(said, said.Words) is { Kind: NumberedKind.Unsaid } thing)
        {
            if (await PassageReference.PlaceAsync(said, thing, cancel) is { } place)
                return place.Problem ?? said.Show(said.Say["picked"], place.Passages.Select(Quote.Of),
                    Buttons.Cite(said.Say, place.Passages[0]), Buttons.Of(said.Say, "more"), Buttons.Of(said.Say, "help"));
            if (thing.Numbers is [var number] && said.Words.All(char.IsDigit)
                && await said.LastAnswerAsync(cancel) is { Choices: { } choices } && number >= 1 && number <= choices.Count)
                return await said.ReplyAsync(choices[number - 1].Says, cancel);
        }

        if (said.Typed.Length > LongestLabel || (said.IsRecalled && said.Typed.Count(c => c == ' ') >= MostWordsRecalled))
            return null;
        var typed = said.Typed.Trim(' ', '.', '!', '“', '”', '"');
        return await said.LastAnswerAsync(cancel) is { } last
            && last.Choices.FirstOrDefault(c => c.Label.Trim('“', '”').Equals(typed, StringComparison.OrdinalIgnoreCase)) is { } chosen
            && !chosen.Says.Equals(said.Typed.Trim(), StringComparison.OrdinalIgnoreCase)
            ? await said.ReplyAsync(chosen.Says, cancel)
            : null;
    }
}
