namespace FocBot.Core.Users;

/// <summary>What is stored of one person: the stop on the tour, the quiz. Stored elsewhere, so that the bot itself has no database.</summary>
public interface IUserState
{
    /// <summary>The value stored under a key; null where there is none.</summary>
    Task<string?> GetAsync(string key, CancellationToken cancel);

    Task SetAsync(string key, string value, CancellationToken cancel);

    /// <summary>Everything that is stored of this person.</summary>
    Task<IReadOnlyList<(string Key, string Value)>> GetAllAsync(CancellationToken cancel);

    /// <summary>Deletes everything that is stored of this person.</summary>
    Task ForgetAsync(CancellationToken cancel);

    /// <summary>A code, good once and for a short time, by which the same person takes the progress along to another channel; null where there is no
    /// progress.</summary>
    Task<string?> CreateCodeAsync(CancellationToken cancel);

    /// <summary>Copies the progress that the code stands for to this person; false where the code is unknown, used or expired.</summary>
    Task<bool> RedeemCodeAsync(string code, CancellationToken cancel);

    /// <summary>A code that proves to whoever opens the certificate's page how somebody did in a statement's check; it names nobody. Null where nothing is
    /// stored of this person.</summary>
    Task<string?> CreateCertificateAsync(string statement, int right, int count, CancellationToken cancel);
}

/// <summary>Somebody of whom nothing is stored.</summary>
public sealed class AnonymousUser : IUserState
{
    public static AnonymousUser Instance { get; } = new();

    public Task<string?> GetAsync(string key, CancellationToken cancel) => Task.FromResult<string?>(null);

    public Task SetAsync(string key, string value, CancellationToken cancel) => Task.CompletedTask;

    public Task<IReadOnlyList<(string Key, string Value)>> GetAllAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<(string, string)>>([]);

    public Task ForgetAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task<string?> CreateCodeAsync(CancellationToken cancel) => Task.FromResult<string?>(null);

    public Task<bool> RedeemCodeAsync(string code, CancellationToken cancel) => Task.FromResult(false);

    public Task<string?> CreateCertificateAsync(string statement, int right, int count, CancellationToken cancel) => Task.FromResult<string?>(null);
}
