using System.Net;
using System.Net.Sockets;

namespace FocBot.Benchmarks;

/// <summary>Passes one connection on to a port of this machine, until it is frozen: then both sides see it open, and nothing comes through.</summary>
sealed class Relay : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly int target;
    TcpClient? near, far;

    internal Relay(int target)
    {
        this.target = target;
        listener.Start();
        _ = RunAsync();
    }

    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    internal bool IsFrozen { get; set; }

    public void Dispose()
    {
        listener.Dispose();
        near?.Dispose();
        far?.Dispose();
    }

    async Task RunAsync()
    {
        try
        {
            near = await listener.AcceptTcpClientAsync();
            far = new TcpClient();
            await far.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(PumpAsync(near.GetStream(), far.GetStream()), PumpAsync(far.GetStream(), near.GetStream()));
        }
        catch (Exception ended) when (ended is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Whichever side ended it.
        }

        if (!IsFrozen)
            Dispose();
    }

    async Task PumpAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer) is > 0 and var count)
        {
            if (!IsFrozen)
                await to.WriteAsync(buffer.AsMemory(0, count));
        }
    }
}
