using FocBot.Core;

namespace FocBot.Tests.Answering;

/// <summary>No button leads into a dead end.</summary>
public sealed class ChoiceTests
{
    [Fact]
    public void Everything_that_is_offered_is_answered()
    {
        var offered = new Queue<string>(ShippedContent.Bot.Starters().Select(c => c.Says)
            .Append("help").Append("surveillance").Append("recommendation on education").Append("zzzz"));
        var seen = new HashSet<string>();
        while (offered.TryDequeue(out var said))
        {
            if (!seen.Add(said))
                continue;
            var answer = ShippedContent.Reply(new(said));
            Assert.True(answer.Kind is AnswerKind.Answered or AnswerKind.Guidance || said == "zzzz", $"'{said}' is offered, but is answered: {answer.Lead}");
            Assert.NotEmpty(answer.Choices);
            foreach (var choice in answer.Choices)
                offered.Enqueue(choice.Says);
        }
    }
}
