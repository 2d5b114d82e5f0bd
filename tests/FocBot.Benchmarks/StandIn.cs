using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FocBot.Benchmarks;

/// <summary>Takes whatever the program sends, says yes, and counts it by what it answers. Plain sockets and one thread: the machine belongs to the
/// program.</summary>
sealed class StandIn : IDisposable
{
    static readonly byte[] Yes = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{\"ok\":true,\"id\":\"1\"}"u8.ToArray();

    readonly byte[] buffer = new byte[256 * 1024];
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentDictionary<string, Action> expected = new(StringComparer.Ordinal);

    internal StandIn()
    {
        listener.Start();
        new Thread(Serve) { IsBackground = true }.Start();
    }

    internal ConcurrentDictionary<string, int> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>How many of them were apologies: none should be.</summary>
    internal int Apologies { get; private set; }

    internal string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>What to do when the answer to this has come.</summary>
    internal void Expect(string key, Action then) => expected[key] = then;

    internal void Forget() => Answers.Clear();

    public void Dispose() => listener.Dispose();

    void Serve()
    {
        var clients = new List<Socket>();
        while (true)
        {
            List<Socket> ready = [listener.Server, .. clients];
            try
            {
                Socket.Select(ready, null, null, Timeout.InfiniteTimeSpan);
                if (ready.Remove(listener.Server))
                    clients.Add(listener.AcceptSocket());
            }
            catch (Exception ended) when (ended is ObjectDisposedException or SocketException)
            {
                return;
            }

            foreach (var gone in ready.FindAll(client => !Hear(client)))
            {
                clients.Remove(gone);
                gone.Dispose();
            }
        }
    }

    // False once the program has hung up.
    bool Hear(Socket client)
    {
        try
        {
            return Answer(client);
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // What has begun is waited for: the rest is under way.
    bool Answer(Socket client)
    {
        string? key = null;
        var held = 0;
        for (; key is null; key = Whole(buffer.AsSpan(0, held)))
        {
            var read = client.Receive(buffer.AsSpan(held));
            if (read == 0)
                return false;
            held += read;
        }

        if (buffer.AsSpan(0, held).IndexOf("something went wrong on my side"u8) >= 0)
            Apologies++;

        client.Send(Yes);
        Answers.AddOrUpdate(key, 1, (_, n) => n + 1);
        if (expected.TryRemove(key, out var then))
            then();
        return true;
    }

    // Teams: the activity replied to stands last in the path. Slack: the channel stands in the body.
    static string? Whole(ReadOnlySpan<byte> request)
    {
        var head = request.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return null;
        var headers = request[..(head + 2)];
        var length = headers.IndexOf("Content-Length: "u8) is > 0 and var at && Utf8Parser.TryParse(headers[(at + 16)..], out int stated, out _) ? stated : 0;
        if (request.Length < head + 4 + length)
            return null;
        var target = headers[(headers.IndexOf((byte)' ') + 1)..];
        var path = Encoding.ASCII.GetString(target[..target.IndexOf((byte)' ')]);
        if (!path.StartsWith("/api/", StringComparison.Ordinal))
            return path[(path.LastIndexOf('/') + 1)..];
        var body = Encoding.UTF8.GetString(request[(head + 4)..]);
        var channel = body.IndexOf("\"channel\":\"", StringComparison.Ordinal) + 11;
        return channel > 10 ? body[channel..body.IndexOf('"', channel)] : path;
    }
}
