using System.Globalization;
using FocBot.Measuring;

namespace FocBot.Tests.Quality;

/// <summary>The figures of each question set, with what was reached as the floor: they can rise, never fall unseen.</summary>
public sealed class QualityTests
{
    [Theory]
    [InlineData("development", "accuracy", 95)]
    [InlineData("development", "hit1", 95)]
    [InlineData("development", "hit3", 98)]
    [InlineData("development", "key1", 89)]
    [InlineData("development", "list", 95)]
    [InlineData("development", "refused", 92)]
    [InlineData("development", "verbatim", 100)]
    [InlineData("development", "cited", 100)]
    [InlineData("fresh", "accuracy", 91)]
    [InlineData("fresh", "hit1", 92)]
    [InlineData("fresh", "hit3", 95)]
    [InlineData("fresh", "list", 95)]
    [InlineData("fresh", "refused", 86)]
    [InlineData("fresh", "verbatim", 100)]
    [InlineData("fresh", "cited", 100)]
    public void The_figure_does_not_fall(string set, string figure, double floor)
    {
        var reached = Of(set).Rows.Single(r => r.Name == figure).Value;
        Assert.True(reached >= floor, string.Create(CultureInfo.InvariantCulture, $"{figure} of {set} is {reached}, below {floor}:\n{string.Join('\n', Of(set).Misses)}"));
    }

    [Theory]
    [InlineData("development", 3)]
    [InlineData("fresh", 4)]
    public void Few_answerable_questions_are_refused(string set, double ceiling) => Assert.InRange(Of(set).Overrefused, 0, ceiling);

    static readonly Dictionary<string, Figures> Measured = [];

    static Figures Of(string set)
    {
        lock (Measured)
        {
            if (!Measured.TryGetValue(set, out var figures))
                Measured.Add(set, figures = EvaluateCommand.Measure(QuestionSet.Read(TheShelf.File($"Quality/{set}.jsonl")), TheShelf.Bot));
            return figures;
        }
    }
}
