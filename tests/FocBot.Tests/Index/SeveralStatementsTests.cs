using FocBot.Core;
using FocBot.Search.Searching;

namespace FocBot.Tests.Index;

/// <summary>Statements that stand side by side are found each by its own questions.</summary>
public sealed class SeveralStatementsTests
{
    static readonly (string Question, string Passage)[] Questions =
    [
        ("Who sits in the council of a river basin?", "rivers-2021#1"),
        ("How do salmon get past dams?", "rivers-2021#3"),
        ("What must factories do with waste water?", "rivers-2021#2"),
        ("How often do sleeping cars run?", "trains-2022#1"),
        ("Where are tickets for night trains sold?", "trains-2022#3"),
        ("May I take my bicycle without a supplement?", "trains-2022#4"),
        ("Are there dishes without gluten on the menu?", "meals-2019#2"),
        ("Do families with a low income pay?", "meals-2019#3"),
        ("When are public records opened?", "archives-2023#1"),
        ("May digitised photographs be reused?", "archives-2023#4"),
        ("How long are spare parts kept?", "robots-2024#3"),
        ("Which button stops a robot that lifts a patient?", "robots-2024#1"),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_five_statements_each_answers_its_own_questions(bool usesEncoder)
    {
        using var content = new SmallStatements(SmallStatements.All.Select(s => s.Id));
        using var search = LuceneSearch.Open(content.Read(), null, usesEncoder);
        search.EncodeMissing(null, CancellationToken.None);
        var bot = new Bot(content.Read(), search);
        Assert.All(Questions, q => Assert.Equal(q.Passage, $"{bot.Reply(new(q.Question)).Excerpts[0].Passage.Id}"));
    }

    [Fact]
    public void A_second_statement_takes_no_question_from_the_first()
    {
        using var content = new SmallStatements("rivers-2021");
        using var alone = LuceneSearch.Open(content.Read(), null, usesEncoder: false);
        var before = Answers(new(content.Read(), alone), "rivers-2021");
        content.Add("meals-2019");
        using var together = LuceneSearch.Open(content.Read(), null, usesEncoder: false);
        Assert.Equal(before, Answers(new(content.Read(), together), "rivers-2021"));
    }

    [Fact]
    public void A_statement_that_the_question_names_answers_alone()
    {
        using var content = new SmallStatements(SmallStatements.All.Select(s => s.Id));
        using var search = LuceneSearch.Open(content.Read(), null, usesEncoder: false);
        var answer = new Bot(content.Read(), search).Reply(new("What does the AI statement say about the right to a warm meal?"));
        Assert.All(answer.Excerpts, e => Assert.Equal("robots-2024", e.Passage.Id.Statement));
    }

    [Fact]
    public void Adding_changing_and_removing_gives_the_same_answers_as_building_anew()
    {
        using var content = new SmallStatements("rivers-2021", "trains-2022", "meals-2019");
        var index = Directory.CreateTempSubdirectory("focbot-index-").FullName;
        LuceneSearch.Open(content.Read(), index, usesEncoder: false).Dispose();

        content.Add("archives-2023");
        content.Remove("trains-2022");
        content.Write("meals-2019", "Principles on School Meals", "Every pupil has a right to two warm meals.", "Dinner ladies choose the gluten free dish.");
        using var updated = LuceneSearch.Open(content.Read(), index, usesEncoder: false);
        Assert.Equal(["archives-2023", "meals-2019"], updated.Changes.Written.Order());
        Assert.Equal(["trains-2022"], updated.Changes.Removed);
        Assert.Equal(2, updated.Changes.Unchanged);

        using var anew = LuceneSearch.Open(content.Read(), null, usesEncoder: false);
        foreach (var (question, _) in Questions)
        {
            var (left, right) = (new Bot(content.Read(), updated).Reply(new(question)), new Bot(content.Read(), anew).Reply(new(question)));
            Assert.Equal(right.Excerpts.Select(e => e.Passage.Id), left.Excerpts.Select(e => e.Passage.Id));
            Assert.Equal(right.Confidence, left.Confidence, 9);
        }

        updated.Dispose();
        Directory.Delete(index, recursive: true);
    }

    [Fact]
    public void Ten_sample_questions_teach_a_statement_words_that_it_lacks()
    {
        using var content = new SmallStatements(SmallStatements.All.Select(s => s.Id));
        content.WriteSamples("trains-2022", """
            [2]
            I was late and the next train had gone
            what if I am stranded at night
            do they put me up in a hotel when I get stuck
            stuck at the platform at midnight
            compensation for lateness
            [4]
            can a cyclist travel
            travelling with a disability
            is it dearer with a bike
            """);
        using var search = LuceneSearch.Open(content.Read(), null, usesEncoder: false);
        var bot = new Bot(content.Read(), search);
        Assert.Equal("trains-2022#2", $"{bot.Reply(new("I am stuck and stranded at midnight")).Excerpts[0].Passage.Id}");
        Assert.Equal("meals-2019#3", $"{bot.Reply(new("Do families with a low income pay?")).Excerpts[0].Passage.Id}");
    }

    static List<string> Answers(Bot bot, string statement) =>
        [.. Questions.Where(q => q.Passage.StartsWith(statement, StringComparison.Ordinal))
            .Select(q => $"{bot.Reply(new(q.Question)).Excerpts[0].Passage.Id}")];
}
