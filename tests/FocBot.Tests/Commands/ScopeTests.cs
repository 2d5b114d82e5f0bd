using FocBot.Core;
using FocBot.Core.Users;
using FocBot.Tests.Content;
using Moq;

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

    [Theory]
    [InlineData("in the whaling statement: vendors")]
    [InlineData("according to the declaration on whales: who pays?")]
    public void A_message_to_an_unknown_statement_is_not_answered_from_another(string said)
    {
        var answer = Say(said);
        Assert.Contains("no statement of that name", answer.Lead, StringComparison.Ordinal);
        Assert.Empty(answer.Excerpts);
    }

    [Theory]
    [InlineData("in other words: what about vendors?")]
    [InlineData("in the statement: what about vendors?")]
    public void Words_that_name_no_statement_are_words(string said) => Assert.Equal(Spyware, StatementOf(Say(said)));

    [Theory]
    [InlineData("use only the spyware statement and the Lakes declaration")]
    [InlineData("use only harbour-2022-spyware, lakes-2024-connectivity")]
    public void Several_statements_may_be_used_alone(string said)
    {
        Assert.DoesNotContain("automation", Say(said).Lead, StringComparison.Ordinal);
        Assert.Contains("Lakes declaration on connectivity", Say(said).Lead, StringComparison.Ordinal);
        Assert.Contains("no statement of that name", Say("use only the ice statement and the spyware statement").Lead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("when was the spyware statement adopted?", "9 June 2022")]
    [InlineData("who issued the Lakes declaration?", "Lakes Assembly")]
    [InlineData("summarise the spyware statement", "in short")]
    [InlineData("how many recommendations does the automation statement make?", "3 recommendations")]
    [InlineData("what is the Lakes declaration?", "15 January 2024")]
    public void A_statement_is_asked_about_itself_by_its_name(string said, string lead)
    {
        var answer = Say(said);
        Assert.Contains(lead, answer.Lead, StringComparison.Ordinal);
        Assert.All(answer.Choices.Where(c => c.Says.StartsWith("in ", StringComparison.Ordinal)), c => Assert.Equal(StatementOf(Say(c.Says)) ?? "none",
            StatementOf(Say(c.Says, said)) ?? "none"));
    }

    [Fact]
    public void And_the_other_asks_it_the_question_before()
    {
        const string question = "what does the automation statement say about surveillance?";
        Assert.Equal(Automation, StatementOf(Say(question)));
        Assert.Equal(Spyware, StatementOf(Say("and the spyware statement?", question)));
        Assert.Equal(Automation, StatementOf(Say("what about the automation statement?", question, "and the spyware statement?")));
        Assert.Contains("15 January 2024", Say("and the Lakes declaration?").Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_issuer_says_is_asked_of_all_its_statements() => Assert.Equal([Spyware, Automation],
        Say("what does the Harbour Forum say about surveillance?").Excerpts.Select(e => e.Passage.Id.Statement).Distinct().OrderDescending());

    [Fact]
    public void Silence_is_said_of_all_statements_or_of_the_one_that_was_asked()
    {
        Assert.Contains("3 statements", Say("Do penguins dislike violins?").Lead, StringComparison.Ordinal);
        Assert.StartsWith("Harbour statement on spyware (HF, 9 June 2022):", Say("in the spyware statement: do penguins dislike violins?").Lead,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Places_of_words_name_their_statements()
    {
        var answer = Say("phrase \"surveillance\"");
        Assert.Contains("Harbour statement on automation, para. 6: ", answer.Lead, StringComparison.Ordinal);
        Assert.Contains("Harbour statement on spyware, para. 3: ", answer.Lead, StringComparison.Ordinal);
        Assert.Equal([Automation, Spyware], answer.Excerpts.Take(2).Select(e => e.Passage.Id.Statement));
    }

    [Fact]
    public void The_place_on_the_tour_is_of_each_statement_its_own()
    {
        foreach (var id in new[] { Spyware, Automation })
            File.WriteAllText(library.FileOf(id, "tour.md"), "## First [2]\nLook here.\n\n## Second [3]\nAnd here.\n\n## Third [4]\nAnd there.\n");
        var stored = new Dictionary<string, string>();
        var ada = new Mock<IUserState>();
        ada.Setup(u => u.GetAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string key, CancellationToken _) => stored.GetValueOrDefault(key));
        ada.Setup(u => u.SetAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Callback((string key, string value, CancellationToken _) => stored[key] = value).Returns(Task.CompletedTask);
        ada.Setup(u => u.GetAllAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => [.. stored.Select(s => (s.Key, s.Value))]);

        Tell($"in {Spyware}: tour 3");
        Tell($"in {Automation}: tour 2");

        Assert.Contains("Stop 3", Tell($"in {Spyware}: continue tour").Lead, StringComparison.Ordinal);
        Assert.Contains("Stop 2", Tell($"in {Automation}: continue tour").Lead, StringComparison.Ordinal);
        Assert.Contains("Which statement", Tell("continue tour").Lead, StringComparison.Ordinal);
        Assert.Contains("Harbour statement on spyware: your place on the tour (stop 3)", Tell("privacy").Lead, StringComparison.Ordinal);

        Answer Tell(string text) => library.Bot.Reply(new(text) { User = ada.Object });
    }

    [Fact]
    public void Of_very_many_statements_some_are_offered()
    {
        for (var year = 2000; year < 2020; year++)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(library.FileOf($"ice-{year}"))!);
            File.WriteAllText(library.FileOf($"ice-{year}"), File.ReadAllText(library.FileOf(Spyware)).Replace(Spyware, $"ice-{year}", StringComparison.Ordinal)
                .Replace("date: 9 June 2022", $"date: {year}", StringComparison.Ordinal)
                    .Replace("names: spyware statement", "names: ", StringComparison.Ordinal));
        }

        var answer = Say("cite 3");
        Assert.Contains("23", answer.Lead, StringComparison.Ordinal);
        Assert.Equal(8, answer.Choices.Count);
        Assert.Equal($"in {Lakes}: cite 3", answer.Choices[^1].Says);
    }

    Answer Say(string text, params string[] before) => library.Bot.Reply(new(text, before));

    static string? StatementOf(Answer answer) => answer.Excerpts is [var first, ..] ? first.Passage.Id.Statement : null;
}
