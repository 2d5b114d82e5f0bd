using FocBot.Core;

namespace FocBot.Turns;

/// <summary>Composes one answer, on every channel alike: within its time, measured, with one log line that holds no text.</summary>
sealed partial class AnswerComposer(Bot bot, TurnLimit limit, TimeProvider time, ILogger<AnswerComposer> log)
{
    /// <summary>What a person is told whose answer took longer than <see cref="TurnLimit.Compose"/>.</summary>
    internal const string TookTooLong = "This takes too long to answer. Please ask in other words.";

    /// <param name="question">The question.</param>
    /// <param name="channel">The channel's name.</param>
    /// <param name="cancel">Ends the turn.</param>
    /// <exception cref="TurnTooLongException">It took longer than <see cref="TurnLimit.Compose"/>.</exception>
    internal async Task<Answer> ComposeAsync(Question question, string channel, CancellationToken cancel)
    {
        using var span = TurnTelemetry.StartTurn(channel);
        var started = time.GetTimestamp();
        try
        {
            var answer = await limit.RunAsync(token => bot.ReplyAsync(question, token), TurnLimit.Compose, cancel);
            var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
            Answered(channel, answer.Kind, answer.Excerpts.Count, elapsed);
            TurnTelemetry.CountTurn(channel, answer.Kind, elapsed);
            return answer;
        }
        catch (TurnTooLongException)
        {
            GivenUp(channel, TurnLimit.Compose.TotalSeconds);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Channel}: {Kind}, {Excerpts} excerpts, {Milliseconds:F0} ms")]
    partial void Answered(string channel, AnswerKind kind, int excerpts, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Channel}: an answer was not composed within {Seconds} s and is given up")]
    partial void GivenUp(string channel, double seconds);
}
