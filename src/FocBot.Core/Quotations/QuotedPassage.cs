using FocBot.Core.Statements;

namespace FocBot.Core.Quotations;

/// <summary>What a reader needs to check quoted words.</summary>
public static class QuotedPassage
{
#pragma warning disable CA1034 // An extension block is no nested type.
    extension(Passage passage)
#pragma warning restore CA1034
    {
        /// <summary>A short code for these very words.</summary>
        public string Receipt => Quotations.Receipt.Of(passage);

        /// <summary>The publisher's address, opening at this passage where the text stands there.</summary>
        public string? SourceAddress =>
            passage.Front is { Source: { } source, SourceHasText: true } ? $"{source}#:~:text={TextFragment.Of(passage)}" : passage.Front.Source;
    }
}
