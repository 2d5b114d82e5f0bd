using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FocBot.Benchmarks;

/// <summary>The program as people run it, on a port of its own, with storage of its own.</summary>
sealed class ProgramUnderLoad : IAsyncDisposable
{
    readonly Process process;

    ProgramUnderLoad(Process process, int port) => (this.process, Port) = (process, port);

    internal int Port { get; }

    /// <summary>What it ended with.</summary>
    internal int ExitCode => process.ExitCode;

    internal TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    internal long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (1024 * 1024);
        }
    }

    internal static async Task<ProgramUnderLoad> Start(Dictionary<string, string> settings, string? folder = null)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder ?? AppContext.BaseDirectory, "focbot.dll"),
            "serve", "--urls", $"http://127.0.0.1:{port}"])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        settings["Storage__File"] = settings.GetValueOrDefault("Storage__File")
            ?? Path.Combine(Directory.CreateTempSubdirectory("focbot").FullName, "focbot.db");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        process.BeginErrorReadLine();
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health"));
                return new(process, port);
            }
            catch (HttpRequestException) when (tries < 3_000)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Asks the program to stop, as a supervisor does, and waits for its end.</summary>
    internal async Task<TimeSpan> Terminate()
    {
        var watch = Stopwatch.StartNew();
        using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
