using CsCheck;
using FocBot.Core.Commands;

namespace FocBot.Tests.Commands;

/// <summary>Whatever follows a command, it is answered, and soon.</summary>
public sealed class OddArgumentTests
{
    // Far beyond what any answer takes, also on a busy machine: only what has no end reaches it.
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    // Each run draws others, and a failure prints the seed that draws its own again.
    const int Count = 500;

    static readonly string[] Commands = [.. CommandList.Named.SelectMany(command => new[] { command.Example!, command.Example!.Split(' ')[0] })
        .Append("concordance").Append("topic").Append("stop").Distinct()];

    static readonly Gen<string> Arguments = Gen.OneOf(
        Gen.Const(""),
        Gen.Char[" \t\r\n\u00a0\u200b\u200e\ufeff"].Array[1, 30].Select(blanks => new string(blanks)),
        Gen.Char["\"“”'‘’„«»`"].Array[1, 30].Select(quotes => new string(quotes)),
        OneOf("<b>", "<b></b>", "<@U1>", "<!here>", "<at>x</at>", "<<>>", "&nbsp;", "&#0;").Array[1, 10].Select(string.Concat),
        Gen.Select(Gen.Char["aA.0(-\"<é中ا"], OneOf(1, 2, 2_000)).Select((letter, count) => new string(letter, count)),
        Gen.Char["\ud83d\ude00\0\u0001\u007f\ufffe\uffffabc "].Array[1, 40].Select(odd => new string(odd)),
        Gen.Int.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Char.Array[1, 60].Select(any => new string(any)));

    [Fact]
    public void Every_command_answers_odd_arguments()
    {
        // Opening the index has a time of its own.
        Assert.NotNull(ShippedContent.Bot);
        Gen.Select(OneOf(Commands), Arguments, OneOf(" ", "", " \"")).Sample((command, argument, between) =>
        {
            // A thread of its own: one without end must not keep the others from theirs.
            var replying = Task.Factory.StartNew(() =>
                ShippedContent.Reply(new($"{command}{between}{argument}")), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            Assert.True(replying.Wait(Deadline), $"{command} has no end for {Convert.ToHexString(System.Text.Encoding.Unicode.GetBytes(argument))}");
            Assert.NotNull(replying.Result.Lead);
        }, iter: Count);
    }

    static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
