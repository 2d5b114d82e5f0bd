using FocBot.Core;

namespace FocBot.Tests;

/// <summary>Answers without waiting: a test's bot has no database to wait for.</summary>
static class Replies
{
    internal static Answer Reply(this Bot bot, Question question) => bot.ReplyAsync(question).GetAwaiter().GetResult();
}
