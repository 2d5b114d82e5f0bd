namespace FocBot.Core.Commands;

/// <summary>Everything that can be said besides questions, in the order of trying; a new command is one file and one line here.</summary>
static class CommandList
{
    internal static IReadOnlyList<ICommand> All { get; } =
    [
        new Help(), new AskedQuotation(), new About(), new Privacy(), new ForgetMe(), new Move(), new Use(), new AnotherStatement(), new Courtesies(),
        new StatementList(), new TheStatement(), new NamedParties(), new Summary(), new Topics(), new Recommendations(), new Obligations(), new References(),
        new Paragraph(), new Cite(), new Draft(), new Verify(), new Phrase(), new Compare(), new CompareStatements(), new FindLanguage(), new Glossary(),
        new Tour(), new Week(), new Quiz(), new Check(), new Certificate(), new Again(), new SentenceOf(), new Shorter(), new More(),
    ];

    /// <summary>What help shows, in its order.</summary>
    internal static IEnumerable<ICommand> Named => All.Where(c => c.Example is not null);
}
