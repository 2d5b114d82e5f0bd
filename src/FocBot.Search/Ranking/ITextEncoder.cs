namespace FocBot.Search.Ranking;

/// <summary>Makes vectors of texts, by a model or from a file of known ones.</summary>
interface ITextEncoder
{
    /// <summary>The quantised vector of an English text; see <see cref="QuantizedVector"/>.</summary>
    sbyte[] Encode(string text);
}
