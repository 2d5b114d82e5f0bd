using FocBot.Core.Onboarding;

namespace FocBot.Tests.Onboarding;

public sealed class QuestionBankTests
{
    [Fact]
    public void Every_wrong_answer_stands_somewhere_in_the_text_and_never_where_the_right_one_does()
    {
        var text = string.Join('\n', ShippedContent.Statement.Passages.Select(p => p.Text));
        Assert.All(QuestionBank.Of(ShippedContent.Statement), question =>
        {
            Assert.All(question.Wrong, wrong => Assert.Contains(wrong, text, StringComparison.Ordinal));
            Assert.DoesNotContain(question.Right, question.Wrong);
            Assert.Equal(question.Wrong.Count + 1, question.Options.Distinct().Count());
        });
    }

    [Fact]
    public void The_check_has_ten_questions_of_ten_passages_all_over_the_text()
    {
        var check = QuestionBank.Check(ShippedContent.Statement);
        Assert.Equal(QuestionBank.CheckLength, check.Count);
        Assert.Distinct(check.Select(q => q.Passage));
        Assert.True(check[0].Passage.Number < 5 && check[^1].Passage.Number > 25);
    }

    [Fact]
    public void A_recommendation_in_short_is_in_its_own_words()
    {
        foreach (var passage in ShippedContent.Statement.Recommendations)
        {
            var quoted = ShortQuotation.Of(ShippedContent.Statement, passage);
            Assert.Contains(quoted.Trim('…', ' ', '.'), passage.Text, StringComparison.Ordinal);
            Assert.InRange(quoted.Length, 20, 230);
        }
    }
}
