namespace FocBot.Core.Users;

/// <summary>Somebody whose earlier answer is found again: what is stored of them is read and stays as it is.</summary>
sealed class RecalledUser(IUserState user) : IUserState
{
    public Task<string?> GetAsync(string key, CancellationToken cancel) => user.GetAsync(key, cancel);

    public Task<IReadOnlyList<(string Key, string Value)>> GetAllAsync(CancellationToken cancel) => user.GetAllAsync(cancel);

    public Task SetAsync(string key, string value, CancellationToken cancel) => Task.CompletedTask;

    public Task ForgetAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task<string?> CreateCodeAsync(CancellationToken cancel) => Task.FromResult<string?>(null);

    public Task<bool> RedeemCodeAsync(string code, CancellationToken cancel) => Task.FromResult(false);

    public Task<string?> CreateCertificateAsync(string statement, int right, int count, CancellationToken cancel) => Task.FromResult<string?>(null);
}
