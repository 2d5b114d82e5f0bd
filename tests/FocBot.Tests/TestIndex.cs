using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;

namespace FocBot.Tests;

/// <summary>One search index for every server and command that a test run starts, built once, in a folder of its own: a run neither uses nor changes what the
/// person who runs it has.</summary>
static class TestIndex
{
    static readonly string Data = Directory.CreateTempSubdirectory("focbot-tests-").FullName;

    static readonly Lazy<string> Built = new(() =>
    {
        using var content = BotStartup.OpenContent(new ConfigurationBuilder().AddInMemoryCollection([new("Search:IndexFolder", Data)]).Build());
        return Data;
    });

    /// <summary>Its folder, with the index in it.</summary>
    internal static string Folder => Built.Value;

    [ModuleInitializer]
    internal static void Use()
    {
        Environment.SetEnvironmentVariable("Search__IndexFolder", Data);
        Environment.SetEnvironmentVariable("Storage__File", Path.Combine(Data, "focbot.db"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Data, recursive: true);
    }
}
