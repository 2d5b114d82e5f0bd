using System.Buffers;

namespace FocBot.Channels;

/// <summary>The body of a request, whose size the endpoint bounds.</summary>
static class RequestBody
{
    /// <summary>All of it, byte for byte.</summary>
    internal static async Task<byte[]> ReadWhole(this HttpRequest request, CancellationToken cancel)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancel);
            if (read.IsCompleted)
            {
                var whole = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return whole;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
