using System.Globalization;
using FocBot.Evaluation;
using FocBot.Search.Searching;

namespace FocBot.Tests.Quality;

/// <summary>The figures of each question set, with what was reached as the floor: they can rise, never fall unseen.</summary>
public sealed class QualityTests
{
    [Theory]
    [InlineData("development", "accuracy", 97)]
    [InlineData("development", "hit1", 96)]
    [InlineData("development", "hit3", 98)]
    [InlineData("development", "key1", 90)]
    [InlineData("development", "list", 100)]
    [InlineData("development", "refused", 98)]
    [InlineData("development", "verbatim", 100)]
    [InlineData("development", "cited", 100)]
    [InlineData("fresh", "accuracy", 97.5)]
    [InlineData("fresh", "hit1", 96)]
    [InlineData("fresh", "hit3", 97)]
    [InlineData("fresh", "key1", 91)]
    [InlineData("fresh", "list", 100)]
    [InlineData("fresh", "refused", 98)]
    [InlineData("fresh", "verbatim", 100)]
    [InlineData("fresh", "cited", 100)]
    [InlineData("blind", "accuracy", 94)]
    [InlineData("blind", "hit1", 95)]
    [InlineData("blind", "hit3", 96)]
    [InlineData("blind", "key1", 90)]
    [InlineData("blind", "list", 93)]
    [InlineData("blind", "refused", 89)]
    [InlineData("blind", "verbatim", 100)]
    [InlineData("blind", "cited", 100)]
    public void The_figure_does_not_fall(string set, string figure, double floor)
    {
        var reached = Of(set).Rows.Single(r => r.Name == figure).Value;
        Assert.True(reached >= floor,
            string.Create(CultureInfo.InvariantCulture, $"{figure} of {set} is {reached}, below {floor}:\n{string.Join('\n', Of(set).Misses)}"));
    }

    [Theory]
    [InlineData("development", 3)]
    [InlineData("fresh", 3)]
    [InlineData("blind", 3)]
    public void Few_answerable_questions_are_refused(string set, double ceiling) => Assert.InRange(Of(set).Overrefused, 0, ceiling);

    [Fact]
    public void Without_lines_two_of_three_questions_are_answered_well()
    {
        var bare = ShippedContent.Catalogue.WithoutSampleQuestions();
        using var search = LuceneSearch.Open(bare, indexFolder: null, usesEncoder: false);
        var figures = EvaluateCommand.Measure(QuestionSet.Read(ShippedContent.File("Quality/development.jsonl")), new(bare, search));
        Assert.InRange(figures.Rows.Single(r => r.Name == "accuracy").Value, 66, 100);
        Assert.Equal(100, figures.Rows.Single(r => r.Name == "verbatim").Value);
    }

    static readonly Dictionary<string, Figures> Measured = [];

    static Figures Of(string set)
    {
        lock (Measured)
        {
            if (!Measured.TryGetValue(set, out var figures))
                Measured.Add(set, figures = EvaluateCommand.Measure(QuestionSet.Read(ShippedContent.File($"Quality/{set}.jsonl")), ShippedContent.Bot));
            return figures;
        }
    }
}
