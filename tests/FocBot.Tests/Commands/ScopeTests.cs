using FocBot.Core;
using FocBot.Tests.Content;

namespace FocBot.Tests.Commands;

/// <summary>Among several statements every command knows which one is meant, or asks.</summary>
public sealed class ScopeTests : IDisposable
{
    const string Spyware = "harbour-2022-spyware", Automation = "harbour-2019-automation", Lakes = "lakes-2024-connectivity";

    readonly SmallLibrary library = new();

    public void Dispose() => library.Dispose();

    [Theory]
    [InlineData("cite 3")]
    [InlineData("paragraph 2")]
    [InlineData("summary")]
    public void Where_it_is_not_clear_the_bot_asks_which(string said)
    {
        var answer = Say(said);
        Assert.Equal(AnswerKind.Guidance, answer.Kind);
        Assert.Contains("Which statement", answer.Lead, StringComparison.Ordinal);
        Assert.All(answer.Choices, c => Assert.Equal(c.Says.Split(':')[0]["in ".Length..], StatementOf(Say(c.Says))));
    }

    [Theory]
    [InlineData("in the spyware statement: cite 3", Spyware)]
    [InlineData("In harbour-2019-automation: paragraph 3", Automation)]
    [InlineData("cite lakes-2024-connectivity#3", Lakes)]
    public void A_message_may_name_its_statement(string said, string statement) => Assert.Equal(statement, StatementOf(Say(said)));

    [Theory]
    [InlineData("cite 3", "paragraph harbour-2022-spyware#5")]
    [InlineData("summary", "in the spyware statement: paragraph 2")]
    [InlineData("recommendation 1", "use only the spyware statement")]
    [InlineData("recommendations", "use only the automation statement", "use all", "use only the spyware statement", "hello")]
    public void The_conversation_decides(string said, params string[] before) => Assert.Equal(Spyware, StatementOf(Say(said, before)));

    [Fact]
    public void Use_only_holds_however_long_the_conversation_is()
    {
        IReadOnlyList<string> history = ["use only the spyware statement"];
        for (var i = 0; i < 30; i++)
            history = ConversationMemory.Keep([.. history, $"what about vendors {i}"]);
        Assert.Equal(Spyware, StatementOf(Say("paragraph 2", [.. history])));
        Assert.InRange(history.Count, 1, Question.MaxHistory);
    }

    [Fact]
    public void A_lead_names_the_statement_and_its_buttons_cite_it()
    {
        var answer = Say("in the spyware statement: recommendation 2");
        Assert.StartsWith("Harbour statement on spyware (HF, 9 June 2022)", answer.Lead, StringComparison.Ordinal);
        Assert.Contains($"cite {answer.Excerpts[0].Passage.Id}", answer.Choices.Select(c => c.Says));
    }

    [Fact]
    public void An_unknown_statement_is_told_with_those_there_are() =>
        Assert.Contains("no statement of that name", Say("use only the whaling statement").Lead, StringComparison.Ordinal);

    Answer Say(string text, params string[] before) => library.Bot.Reply(new(text, before));

    static string? StatementOf(Answer answer) => answer.Excerpts is [var first, ..] ? first.Passage.Id.Statement : null;
}
