using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace FocBot.Tests;

/// <summary>The real server on a port of its own.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    WebApplication? app;

    public HttpClient Client { get; private set; } = new();

    /// <summary>The settings of what a server stores under the name of a file.</summary>
    internal static Func<string, Task<string[]>> StorageOf { get; set; } = file => Task.FromResult<string[]>([$"--Storage:File={file}"]);

    internal string[] Settings { get; init; } = [];

    /// <summary>Adds to what the server consists of, such as a listener to its log.</summary>
    internal Action<IServiceCollection> Services { get; init; } = _ => { };

    /// <summary>Where this server keeps what must survive a restart.</summary>
    internal string Storage { get; init; } = Path.Combine(Directory.CreateTempSubdirectory("focbot").FullName, "focbot.db");

    /// <summary>What the server itself uses.</summary>
    internal T Service<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        app = HostSetup.Build(["--urls", "http://127.0.0.1:0", $"--Search:IndexFolder={TestIndex.Folder}",
            "--Server:QuestionsPerMinute=100000", .. await StorageOf(Storage), .. Settings], more: Services);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new() { BaseAddress = new(address) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is null)
            return;
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
