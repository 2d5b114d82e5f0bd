using System.Text.RegularExpressions;
using FocBot.Core;
using FocBot.Core.Onboarding;

namespace FocBot.Tests.Answering;

/// <summary>No button leads into a dead end.</summary>
public sealed partial class ChoiceTests
{
    [GeneratedRegex("^check (?<before>[a-dx]*)(?<last>[a-dx])(?<hint> hint)?$")]
    private static partial Regex AnsweredInCheck();

    [Fact]
    public void Everything_that_is_offered_is_answered()
    {
        // By buttons a check is passed by one way in a million.
        var passed = string.Concat(QuestionBank.Check(ShippedContent.Statement).Select(q => (char)('a' + q.Options.Index().First(o => o.Item == q.Right).Index)));
        var offered = new Queue<string>(ShippedContent.Bot.Starters().Select(c => c.Says)
            .Append("help").Append("surveillance").Append("recommendation on education").Append("zzzz").Append($"check {passed}"));
        var seen = new HashSet<string>();
        while (offered.TryDequeue(out var said))
        {
            if (!seen.Add(ButtonOf(said)))
                continue;
            var answer = ShippedContent.Reply(new(said));
            Assert.True(answer.Kind is AnswerKind.Answered or AnswerKind.Guidance || said == "zzzz", $"'{said}' is offered, but is answered: {answer.Lead}");
            Assert.NotEmpty(answer.Choices);
            foreach (var choice in answer.Choices)
                offered.Enqueue(choice.Says);
        }
    }

    // A button of the check says all answers so far: two million sayings. Each is pressed once a question, whatever was answered before.
    static string ButtonOf(string said) => AnsweredInCheck().Match(said) is { Success: true } check
        ? $"check {check.Groups["before"].Length} {check.Groups["last"]}{check.Groups["hint"]}" : said;
}
