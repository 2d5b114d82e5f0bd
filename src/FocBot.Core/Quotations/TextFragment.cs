using FocBot.Core.Statements;

namespace FocBot.Core.Quotations;

/// <summary>Addresses of words on a web page: https://wicg.github.io/scroll-to-text-fragment/.</summary>
public static class TextFragment
{
    const int Words = 6;

    /// <summary>The first words of the passage, or its first and last where it is longer, percent-encoded.</summary>
    public static string Of(Passage passage)
    {
        var words = passage.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 2 * Words
            ? Encode(words)
            : $"{Encode(words[..Words])},{Encode(words[^Words..])}";
    }

    // '-' and ',' separate the parts of a fragment, so they are encoded too.
    static string Encode(IEnumerable<string> words) =>
        Uri.EscapeDataString(string.Join(' ', words)).Replace("-", "%2D", StringComparison.Ordinal);
}
