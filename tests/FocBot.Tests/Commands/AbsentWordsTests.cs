using FocBot.Core;
using FocBot.Core.Statements;

namespace FocBot.Tests.Commands;

/// <summary>What is said where the statement, or the bot, does not have what was asked for: nothing false, and nothing silly.</summary>
public sealed class AbsentWordsTests
{
    [Theory]
    [InlineData("cheapest train to the next FOC meeting?")]
    [InlineData("what was the budget of the organisation in 2020")]
    [InlineData("phone number of the press office please")]
    public void An_address_or_a_date_alone_is_near_nothing(string said) =>
        Assert.DoesNotContain(ShippedContent.Reply(new(said)).Excerpts, e => e.Passage.Kind is PassageKind.Link or PassageKind.Date);

    [Theory]
    [InlineData("lol what is this thing even about")]
    [InlineData("Skip that. What has my government committed to?")]
    [InlineData("kk. do companies have to do anything")]
    [InlineData("In the second recommendation, is it 'necessity and proportionality' or 'necessity or proportionality'?")]
    [InlineData("I am writing the Minister's speech for a conference on digital literacy. What lines can we quote?")]
    public void Small_talk_and_circumstances_are_no_words_that_the_statement_lacks(string said)
    {
        var answer = ShippedContent.Reply(new(said));
        Assert.Equal(AnswerKind.Answered, answer.Kind);
        Assert.DoesNotContain("does not use the word", answer.Lead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u00BFEntonces la declaraci\u00F3n proh\u00EDbe las puertas traseras?")]
    [InlineData("\u00BFMenciona los ahorros de jubilaci\u00F3n?")]
    [InlineData("Was sagt sie \u00FCber Hintert\u00FCren?")]
    public void What_no_word_list_can_read_is_not_answered(string said) => Assert.NotEqual(AnswerKind.Answered, ShippedContent.Reply(new(said)).Kind);

    [Fact]
    public void Words_that_are_not_there_are_told_with_the_nearest_that_are()
    {
        var answer = ShippedContent.Reply(new("verify \"the Coalition condemns every network shutdown\""));
        Assert.Equal((AnswerKind.Silent, 12), (answer.Kind, Assert.Single(answer.Excerpts).Passage.Id.Number));
        Assert.StartsWith("These words are not in the statement.", answer.Lead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Wat zegt de verklaring over versleuteling?", "Dutch")]
    [InlineData("Quanti governi sono membri della coalizione?", "Italian")]
    [InlineData("Co mówi oświadczenie o prawach człowieka?", "Polish")]
    [InlineData("Bildiri gözetim hakkında ne diyor?", "Turkish")]
    [InlineData("監視について何と言っていますか", "Japanese")]
    [InlineData("감시에 대해 뭐라고 하나요?", "Korean")]
    [InlineData("Що говорить заява про стеження?", "Ukrainian")]
    public void A_language_that_is_not_read_is_told_so(string said, string language)
    {
        var answer = ShippedContent.Reply(new(said));
        Assert.Contains($"I do not read {language}.", answer.Lead, StringComparison.Ordinal);
        Assert.Empty(answer.Excerpts);
    }

    [Theory]
    [InlineData("why does it ban facial recognition?", "facial recognition")]
    [InlineData("the 2019 statement says what about companies?", "February 2020")]
    [InlineData("did the 45 governments agree on encryption?", "31 governments")]
    public void A_false_premise_is_named_in_the_lead(string said, string lead) =>
        Assert.Contains(lead, ShippedContent.Reply(new(said)).Lead, StringComparison.Ordinal);
}
