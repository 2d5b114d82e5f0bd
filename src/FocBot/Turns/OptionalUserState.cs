using FocBot.Core.Users;
using FocBot.Storage;

namespace FocBot.Turns;

/// <summary>A person's state where an answer matters more than progress: while the storage is out of reach, nothing is found and nothing is stored.</summary>
sealed partial class OptionalUserState(IUserState user, ILogger<OptionalUserState> log) : IUserState
{
    /// <summary>Whether something could not be read or stored.</summary>
    internal bool IsUnavailable { get; private set; }

    public Task<string?> GetAsync(string key, CancellationToken cancel) => TryAsync(() => user.GetAsync(key, cancel), null);

    public Task SetAsync(string key, string value, CancellationToken cancel) => TryAsync(async () =>
    {
        await user.SetAsync(key, value, cancel);
        return true;
    }, false);

    public Task<IReadOnlyList<(string Key, string Value)>> GetAllAsync(CancellationToken cancel) => TryAsync(() => user.GetAllAsync(cancel), []);

    // Who asks to be forgotten must not be told that it is done when it is not.
    public Task ForgetAsync(CancellationToken cancel) => user.ForgetAsync(cancel);

    public Task<string?> CreateCodeAsync(CancellationToken cancel) => TryAsync(() => user.CreateCodeAsync(cancel), null);

    public Task<bool> RedeemCodeAsync(string code, CancellationToken cancel) => TryAsync(() => user.RedeemCodeAsync(code, cancel), false);

    public Task<string?> CreateCertificateAsync(string statement, int right, int count, CancellationToken cancel) =>
        TryAsync(() => user.CreateCertificateAsync(statement, right, count, cancel), null);

    async Task<T> TryAsync<T>(Func<Task<T>> use, T otherwise)
    {
        try
        {
            return await use();
        }
        catch (StorageUnavailableException fault)
        {
            IsUnavailable = true;
            Unavailable(fault.Message);
            return otherwise;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Progress can't be read or stored: {Reason}")]
    partial void Unavailable(string reason);
}
