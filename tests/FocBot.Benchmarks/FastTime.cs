namespace FocBot.Benchmarks;

/// <summary>Time that passes so many times faster: what takes minutes takes seconds, and everything keeps its proportions.</summary>
sealed class FastTime(double speed) : TimeProvider
{
    readonly DateTimeOffset start = System.GetUtcNow();
    readonly long startTimestamp = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => start + GetElapsedTime(startTimestamp, GetTimestamp());

    public override long GetTimestamp() => startTimestamp + (long)((System.GetTimestamp() - startTimestamp) * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Shortened(dueTime), Shortened(period)), this);

    TimeSpan Shortened(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / speed;

    sealed class Timer(ITimer timer, FastTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Shortened(dueTime), time.Shortened(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
