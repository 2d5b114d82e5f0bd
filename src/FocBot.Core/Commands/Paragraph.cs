using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>Paragraphs by their numbers.</summary>
sealed class Paragraph : ICommand
{
    public string Example => "paragraph 14";

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Words is "paragraph" or "paragraphs" or "para" or "passage" or "§")
            return said.Guide(said.Say["usage.paragraph"], Buttons.Of(said.Say, "statement"), Buttons.Of(said.Say, "help"));
        if (Steps.Read(said) is var (from, far) && await NamedAsync(said, from, cancel) is { Passages: [var start] })
            return Walk(said, start, far);
        return await NamedAsync(said, said.Words, cancel) switch
        {
            null => null,
            { Problem: { } problem } => problem,
            { Passages: [var one] } => One(said, one),
            var many => said.Show(said.Say.Of("paragraphs", ("numbers", string.Join(", ", many.Passages.Select(p => p.Id.Number)))),
                many.Passages.Select(Quote.Of),
                Buttons.Of(said.Say, "statement"), Buttons.Of(said.Say, "help")),
        };
    }

    static async ValueTask<PassageReference?> NamedAsync(CommandContext said, string words, CancellationToken cancel)
    {
        const string verb = "paragraph ";
        // "paragraph it" and "paragraph ID#13" are what buttons say.
        var named = words.StartsWith(verb, StringComparison.Ordinal) && (words.Contains('#', StringComparison.Ordinal) || words == "paragraph it")
            ? words[verb.Length..] : words;
        if (named is "it" or "that" or "this" && named == words)
            return null;
        var reference = await PassageReference.ReadAsync(said, named, NumberedKind.Unsaid, cancel);
        return reference is { Kind: NumberedKind.Paragraph } ? reference : null;
    }

    static Answer Walk(CommandContext said, Passage start, int far)
    {
        var statement = said.Catalogue.Statements.First(s => s.Id == start.Id.Statement);
        return One(said, statement.Find(Math.Clamp(start.Id.Number + far, 1, statement.Passages.Count))!);
    }

    static Answer One(CommandContext said, Passage passage)
    {
        var statement = said.Catalogue.Statements.First(s => s.Id == passage.Id.Statement);
        List<Choice> choices = [Buttons.Cite(said.Say, passage), Buttons.Draft(said.Say, passage), Buttons.Of(said.Say, "help")];
        if (statement.Find(passage.Id.Number + 1) is { } next)
            choices.Insert(0, Buttons.Of(said.Say, "next", $"paragraph {next.Id}"));
        return said.Show(said.Say.Of("paragraph-of", ("number", passage.Id.Number), ("count", statement.Passages.Count)), [Quote.Of(passage)], choices);
    }
}
