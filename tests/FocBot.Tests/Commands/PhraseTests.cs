using CsCheck;
using FocBot.Core;

namespace FocBot.Tests.Commands;

/// <summary>Looking words up to the letter.</summary>
public sealed class PhraseTests
{
    [Theory]
    [InlineData("phrase \" \"")]
    [InlineData("phrase \"<b>\"")]
    [InlineData("phrase \"!\"")]
    [InlineData("phrase \"\"")]
    [InlineData("phrase \"\u200b\"")]
    [InlineData("concordance …")]
    public void Without_words_it_says_how_it_is_used(string typed)
    {
        var answer = ShippedContent.Reply(new(typed));
        Assert.Equal(AnswerKind.Guidance, answer.Kind);
        Assert.Contains("phrase", answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_marks_end_and_find_nothing() =>
        Gen.Char[" !\"'<>&.,;:()[]{}*_~`|\\/\u200b\u00a0\ud83d"].Array[0, 40].Sample(marks =>
            Assert.NotEqual(AnswerKind.Answered, ShippedContent.Reply(new($"phrase \"{new string(marks)}\"")).Kind));
}
