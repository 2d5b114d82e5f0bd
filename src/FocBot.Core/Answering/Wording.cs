using System.Globalization;
using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>The phrases of one language; what it lacks is said in English.</summary>
sealed class Wording(AskerLanguage? language, AskerLanguage? english)
{
    /// <summary>The words around an answer.</summary>
    internal Labels Labels { get; } = language?.Labels ?? Labels.English;

    /// <summary>The phrase of that key.</summary>
    /// <exception cref="KeyNotFoundException">No language has it: a mistake in the code or in languages/en.txt.</exception>
    internal string this[string key] => Find(key) ?? throw new KeyNotFoundException($"languages/en.txt lacks the phrase '{key}'.");

    /// <summary>The phrase with its places filled: <c>{name}</c> becomes the value.</summary>
    internal string Of(string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var text = this[key];
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }

    /// <summary>A lead that names the statement which it is about.</summary>
    internal string Named(string lead, FrontMatter front) =>
        $"{Of("named", ("title", front.ShortTitle), ("issuer", front.IssuerShort), ("date", front.Date))} {lead}";

    internal string? Find(string key) => language?.Phrases.GetValueOrDefault(key) ?? english?.Phrases.GetValueOrDefault(key);
}
