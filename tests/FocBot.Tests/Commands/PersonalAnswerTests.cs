namespace FocBot.Tests.Commands;

/// <summary>Answers that tell something of the asker say so: channels offer no sharing of them.</summary>
public sealed class PersonalAnswerTests
{
    [Theory]
    [InlineData("privacy")]
    [InlineData("forget me")]
    [InlineData("score")]
    [InlineData("move")]
    [InlineData("move ABCD2345")]
    [InlineData("quiz 1 a")]
    [InlineData("quiz 1 b")]
    public void What_is_stored_of_the_asker_is_personal(string said) => Assert.True(ShippedContent.Reply(new(said)).IsPersonal);

    [Theory]
    [InlineData("help")]
    [InlineData("topic privacy")]
    [InlineData("tour")]
    [InlineData("may governments spy on people?")]
    public void What_the_statement_says_is_not(string said) => Assert.False(ShippedContent.Reply(new(said)).IsPersonal);
}
