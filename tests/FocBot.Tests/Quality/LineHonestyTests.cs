using FocBot.Evaluation;

namespace FocBot.Tests.Quality;

/// <summary>The figures mean something only while no sample question repeats a question that they are measured by.</summary>
public sealed class LineHonestyTests
{
    [Theory]
    [InlineData("development")]
    [InlineData("fresh")]
    [InlineData("blind")]
    public void No_question_line_repeats_a_question_of_the_set(string set)
    {
        var questions = QuestionSet.Read(ShippedContent.File($"Quality/{set}.jsonl"))
            .Select(q => Scorer.Words(q.Question)).Where(q => q.Split(' ').Length >= 5).ToHashSet();
        Assert.DoesNotContain(ShippedContent.Statement.Lines, l => questions.Contains(Scorer.Words(l.Text)));
        Assert.DoesNotContain(ShippedContent.Catalogue.Silences.SelectMany(s => s.Lines), l => questions.Contains(Scorer.Words(l.Text)));
    }
}
