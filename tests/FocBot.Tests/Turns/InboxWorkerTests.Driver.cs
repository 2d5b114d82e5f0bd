using System.Collections.Concurrent;
using System.Text;
using FocBot.Storage;
using FocBot.Tests.Storage;
using FocBot.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace FocBot.Tests.Turns;

/// <summary>Starts workers, lets time pass for them, and stands in for a channel.</summary>
public sealed partial class InboxWorkerTests
{
    readonly List<InboxWorker> workers = [];
    readonly Mock<IHostApplicationLifetime> lifetime = new();
    readonly CollectedLogs logs = new();
    readonly LoggerFactory loggers;

    public InboxWorkerTests() => loggers = new([logs]);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        workers.ForEach(worker => worker.Dispose());
        loggers.Dispose();
        logs.Dispose();
    }

    static Delivery Message(string id, string conversation = "a conversation") => new("fake", conversation, id, Encoding.UTF8.GetBytes(id));

    async Task<(InboxWorker Worker, Inbox Inbox)> StartAsync(TestStorage storage, FakeChannel channel, ServiceProvider? opened = null)
    {
        var process = opened ?? await storage.OpenAsync();
        var inbox = process.GetRequiredService<Inbox>();
        var limit = new TurnLimit(storage.Time, lifetime.Object, NullLogger<TurnLimit>.Instance);
        var turn = new DeliveryTurn(limit, loggers.CreateLogger<DeliveryTurn>());
        var worker = new InboxWorker(inbox, process.GetRequiredService<ExpiredRows>(), turn, [channel], storage.Time, NullLogger<InboxWorker>.Instance);
        workers.Add(worker);
        await worker.StartAsync(Cancel);
        return (worker, inbox);
    }

    static Task DriveAsync(TestStorage storage, Inbox inbox, TimeSpan? step = null, bool isHanging = false) =>
        DriveAsync(storage, async () => await inbox.CountOpenAsync(Cancel) == 0, step, isHanging);

    /// <summary>Lets some time pass, and the worker look once more.</summary>
    static async Task DriveAsync(TestStorage storage, TimeSpan step)
    {
        var until = storage.Time.GetUtcNow() + step;
        await DriveAsync(storage, () => Task.FromResult(storage.Time.GetUtcNow() >= until), step, isHanging: true);
    }

    /// <summary>Lets time pass where nothing is being worked on, or what is hangs; after each step the worker looks again.</summary>
    static async Task DriveAsync(TestStorage storage, Func<Task<bool>> isDone, TimeSpan? step = null, bool isHanging = false)
    {
        var end = storage.Time.GetUtcNow() + DeliveryTurn.Lifetime * 1.25;
        while (!await isDone())
        {
            Assert.True(storage.Time.GetUtcNow() < end, "What is waited for does not come.");
            if (!isHanging && await storage.CountAsync("SELECT COUNT(*) FROM inbox WHERE lease_owner IS NOT NULL") > 0)
                continue;
            var timers = storage.Time.TimersCreated;
            storage.Time.Advance(step ?? TimeSpan.FromSeconds(1));
            while (storage.Time.TimersCreated == timers && !await isDone())
                await Task.Yield();
        }
    }

    sealed class FakeChannel : IInboxHandler
    {
        public string Channel => "fake";

        internal Func<Delivery, Task> Handle { get; init; } = _ => Task.CompletedTask;

        internal Func<Delivery, CancellationToken, Task>? HandleWith { get; init; }

        internal Func<Delivery, Task> Apologize { get; init; } = _ => Task.CompletedTask;

        internal ConcurrentQueue<Delivery> Begun { get; } = [];

        internal ConcurrentQueue<Delivery> Handled { get; } = [];

        internal ConcurrentQueue<string> Apologies { get; } = [];

        public async Task HandleAsync(Delivery delivery, CancellationToken cancel)
        {
            Begun.Enqueue(delivery);
            await (HandleWith?.Invoke(delivery, cancel) ?? Handle(delivery));
            Handled.Enqueue(delivery);
        }

        public async Task ApologizeAsync(Delivery delivery, string reference, CancellationToken cancel)
        {
            await Apologize(delivery);
            Apologies.Enqueue(reference);
        }
    }
}
