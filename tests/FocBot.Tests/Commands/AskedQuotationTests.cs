using FocBot.Core;

namespace FocBot.Tests.Commands;

/// <summary>Quotations that are asked about, texts that are asked for, and questions that only sound like ones about the bot.</summary>
public sealed class AskedQuotationTests
{
    [Theory]
    [InlineData("is \"the FOC is deeply concerned about the practices by some States\" word for word?", "Exact")]
    [InlineData("does it really say \u201Cthe FOC is deeply concerned about the practices by many States\u201D?", "Altered")]
    [InlineData("Can I write 'the FOC is deeply concerned about the practices by all States'?", "Altered")]
    [InlineData("Love it. Is it true that it says \"Individuals cannot exercise their rights\"?", "Altered")]
    public void A_quotation_that_is_asked_about_is_compared_word_by_word(string said, string verdict) =>
        Assert.StartsWith(verdict, ShippedContent.Reply(new(said)).Lead, StringComparison.Ordinal);

    [Theory]
    [InlineData("is that quote exact or not?")]
    [InlineData("is that correct?")]
    public void A_quotation_is_asked_about_once_more(string said) =>
        Assert.StartsWith("Altered",
            ShippedContent.Reply(new(said, ["verify \"States must encourage private sector actors\""])).Lead, StringComparison.Ordinal);

    [Theory]
    [InlineData("write me a speech about privacy")]
    [InlineData("Great. Now compose a paragraph around that line")]
    [InlineData("Pouvez-vous me traduire la premi\u00E8re en fran\u00E7ais?")]
    public void The_bot_does_not_write_and_says_so(string said)
    {
        var answer = ShippedContent.Reply(new(said));
        Assert.Equal(AnswerKind.Guidance, answer.Kind);
        Assert.Empty(answer.Excerpts);
    }

    [Theory]
    [InlineData("Is the government allowed to read my messages?")]
    [InlineData("Is it true the FOC wants encryption weakened?")]
    public void A_question_about_the_world_is_none_about_the_bot(string said) => Assert.NotEmpty(ShippedContent.Reply(new(said)).Excerpts);
}
