using System.Net;

namespace FocBot.Turns;

/// <summary>Says by an exception why a reply was not taken. Tells a request that never left from one whose outcome is unknown: only the first may be sent
/// again as often as it takes.</summary>
/// <param name="time">For the time-out.</param>
sealed class ReplyOutcomeHandler(TimeProvider time) : DelegatingHandler
{
    /// <summary>How long the channel may take to answer: long, for whoever answers late has usually taken the message.</summary>
    internal static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <exception cref="ReplyRefusedException">Nothing was written, or the channel answered that it did not take it.</exception>
    /// <exception cref="ReplyUncertainException">It was written, and no whole response came.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isWritten = false;
        if (request.Content is { } content)
            request.Content = new ObservedContent(content, () => isWritten = true);
        using var late = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, either.Token);
            await response.Content.LoadIntoBufferAsync(either.Token);
            if (ReplyRefusedException.From(response) is not { } refused)
                return response;
            response.Dispose();
            throw refused;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            if (isWritten)
                throw new ReplyUncertainException(fault);
            cancellationToken.ThrowIfCancellationRequested();
            throw new ReplyRefusedException($"the channel can't be reached ({fault.GetType().Name})", cause: fault);
        }
    }

    /// <summary>Content that says when its first byte is about to be written: the connection is there by then.</summary>
    sealed class ObservedContent : HttpContent
    {
        readonly HttpContent inner;
        readonly Action writing;

        internal ObservedContent(HttpContent inner, Action writing)
        {
            (this.inner, this.writing) = (inner, writing);
            foreach (var header in inner.Headers)
                Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            writing();
            return inner.CopyToAsync(stream, context, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = inner.Headers.ContentLength ?? 0;
            return inner.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
