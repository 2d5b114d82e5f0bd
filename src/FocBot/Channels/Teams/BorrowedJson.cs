using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FocBot.Channels.Teams;

/// <summary>JSON as the content of a request, its length known, in memory that is borrowed: a message has ten kilobytes, and is needed for a moment.</summary>
sealed class BorrowedJson : HttpContent
{
    static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    // Most messages fit into one piece.
    static readonly PipeOptions Large = new(minimumSegmentSize: 32 * 1024, pauseWriterThreshold: 0, useSynchronizationContext: false);

    readonly Pipe memory = new(Large);
    readonly ReadOnlySequence<byte> whole;

    BorrowedJson(Action<Utf8JsonWriter> write)
    {
        using (var writer = new Utf8JsonWriter(memory.Writer))
            write(writer);
        memory.Writer.Complete();
        whole = memory.Reader.TryRead(out var read) ? read.Buffer : default;
        Headers.ContentType = Json;
    }

    internal static BorrowedJson Of<T>(T value, JsonTypeInfo<T> type) => new(writer => JsonSerializer.Serialize(writer, value, type));

    /// <summary>Gives the memory back. Only what was sent whole may be: an attempt that was given up may still be reading.</summary>
    internal void GiveBack() => memory.Reader.Complete();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        foreach (var piece in whole)
            await stream.WriteAsync(piece);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        foreach (var piece in whole)
            await stream.WriteAsync(piece, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = whole.Length;
        return true;
    }
}
