using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Core.Statements;
using Moq;

namespace FocBot.Tests.Content;

/// <summary>Questions that are in progress while the content changes.</summary>
public sealed class ContentChangeTests
{
    [Fact]
    public async Task A_question_in_progress_is_finished_from_the_old_content_which_ends_only_then()
    {
        var (asked, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var old = new Mock<ISearch>();
        old.Setup(s => s.Find(It.IsAny<InterpretedQuestion>())).Returns(() =>
        {
            asked.SetResult();
            goOn.Task.Wait(TestContext.Current.CancellationToken);
            return Nothing();
        });
        var next = new Mock<ISearch>();
        next.Setup(s => s.Find(It.IsAny<InterpretedQuestion>())).Returns(Nothing);
        var bot = new Bot(ShippedContent.Catalogue, old.Object);
        var reply = Task.Run(() => bot.ReplyAsync(new("Who pays for the lighthouse?")), TestContext.Current.CancellationToken);
        await asked.Task;

        var ended = bot.Use(ShippedContent.Catalogue, next.Object);
        await bot.ReplyAsync(new("Who pays for the lighthouse?"), TestContext.Current.CancellationToken);

        Assert.False(ended.IsCompleted);
        goOn.SetResult();
        await reply;
        await ended;
        old.Verify(s => s.Find(It.IsAny<InterpretedQuestion>()), Times.Once);
        next.Verify(s => s.Find(It.IsAny<InterpretedQuestion>()), Times.Once);
    }

    [Fact]
    public async Task Content_that_nobody_uses_ends_at_once()
    {
        var bot = new Bot(ShippedContent.Catalogue, Mock.Of<ISearch>());
        Assert.True(bot.Use(ShippedContent.Catalogue, Mock.Of<ISearch>()).IsCompletedSuccessfully);
        await bot.ReplyAsync(new("help"), TestContext.Current.CancellationToken);
    }

    static SearchResult Nothing() => new([], 0) { Words = ["lighthouse"], Explain = () => [] };
}
