using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FocBot.Core.Answering;

/// <summary>Numbers with the noun that they belong to.</summary>
/// <param name="Numbers">In the order said; a negative one counts from the end: -1 is the last.</param>
sealed record NumberedThing(NumberedKind Kind, IReadOnlyList<int> Numbers);

/// <summary>Reads numbers as people write them: "seven", "the 3rd", "rec #2", "VII", "§13", "3-5", "3 and 4", "the last two".</summary>
static partial class NumberParser
{
    const int Largest = 9_999;

    static readonly FrozenDictionary<string, int> values = Values();

    static readonly FrozenSet<string> fillers = new[] { "the", "no", "nr", "n", "num", "number", "numbers", "nos",
        "both", "one", "ones", "numéro", "numero", "número", "nummer", "номер", "رقم", "号", "№", "第",
        "°", "º", "#", ":", "(", ")", "." }.ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\d{1,4}(?=(?:st|nd|rd|th)\b)|\d+|[\p{L}\p{M}]+|[^\s]")]
    private static partial Regex Token();

    [GeneratedRegex("^(?=[ivxl])(?:x{0,3}|x?l)(?:ix|iv|v?i{0,3})$")]
    private static partial Regex Roman();

    /// <summary>The thing that the words name by number and nothing else; null where they say more, or other things.</summary>
    /// <param name="words">Lower case.</param>
    /// <param name="nouns">The words for paragraphs and recommendations.</param>
    internal static NumberedThing? Read(string words, IReadOnlyDictionary<string, NumberedKind> nouns)
    {
        var (kind, numbers) = (NumberedKind.Unsaid, new List<int>());
        var tokens = Token().Matches(words).Select(m => m.Value).ToList();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (nouns.TryGetValue(token, out var noun))
            {
                if (kind != NumberedKind.Unsaid && kind != noun)
                    return null;
                kind = noun;
            }
            else if (token is "last" or "final" or "first" && i + 1 < tokens.Count
                && ValueOf(tokens[i + 1], kind) is > 1 and <= 50 and var many && tokens[i + 1] is not "second")
            {
                numbers.AddRange(token == "first" ? Enumerable.Range(1, many) : Enumerable.Range(-many, many));
                i++;
            }
            else if (token is "last" or "final")
                numbers.Add(-1);
            else if (token is "-" or "–" or "to" or "through" or "until" or "till"
                && numbers.Count > 0 && i + 1 < tokens.Count && Next(tokens, ref i, kind) is { } to)
            {
                if (to < numbers[^1] || to - numbers[^1] > Largest)
                    return null;
                numbers.AddRange(Enumerable.Range(numbers[^1] + 1, to - numbers[^1]));
            }
            else if (token is "and" or "," or "&" or "or" or "/" or "+" or ";")
                continue;
            else if (IsOne(token, tokens, i) && ValueOf(token, kind) is { } value)
                numbers.Add(Tens(tokens, ref i, value));
            else if (!fillers.Contains(token) && token is not ("st" or "nd" or "rd" or "th"))
                return null;
        }

        return numbers.Count == 0 ? null : new(kind, [.. numbers.Distinct()]);
    }

    // "the third one": "one" is no number behind another, nor at the end behind an ordinal.
    static bool IsOne(string token, List<string> tokens, int i) =>
        token != "one" || i == 0 || !values.ContainsKey(tokens[i - 1]) && tokens[i - 1] is not ("last" or "st" or "nd" or "rd" or "th");

    static int? Next(List<string> tokens, ref int i, NumberedKind kind)
    {
        var at = i + 1;
        while (at < tokens.Count && fillers.Contains(tokens[at]) && tokens[at] != "one")
            at++;
        if (at == tokens.Count || ValueOf(tokens[at], kind) is not { } value)
            return null;
        i = at;
        return Tens(tokens, ref i, value);
    }

    // "twenty-one", "thirty first".
    static int Tens(List<string> tokens, ref int i, int value)
    {
        if (value is < 20 or > 90 || value % 10 != 0 || char.IsDigit(tokens[i][0]))
            return value;
        var at = i + 1 < tokens.Count && tokens[i + 1] == "-" ? i + 2 : i + 1;
        if (at >= tokens.Count || !values.TryGetValue(tokens[at], out var unit) || unit is < 1 or > 9)
            return value;
        i = at;
        return value + unit;
    }

    // Roman numerals only behind their noun: "i" and "mix" are words.
    static int? ValueOf(string token, NumberedKind kind) =>
        token.Length <= 4 && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
        : values.TryGetValue(token, out var word) ? word
        : kind != NumberedKind.Unsaid && Roman().IsMatch(token) ? OfRoman(token)
        : null;

    static int OfRoman(string numeral)
    {
        var digits = numeral.Select(c => c switch { 'i' => 1, 'v' => 5, 'x' => 10, _ => 50 }).ToList();
        return digits.Select((d, i) => i + 1 < digits.Count && d < digits[i + 1] ? -d : d).Sum();
    }

    static FrozenDictionary<string, int> Values()
    {
        string[] cardinals = ["one", "two", "three", "four", "five", "six", "seven",
            "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
            "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];
        string[] ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh",
            "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
            "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];
        string[] tens = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        return cardinals.Select((w, i) => (w, i + 1)).Concat(ordinals.Select((w, i) => (w, i + 1))).Concat(tens.Select((w, i) => (w, 30 + (10 * i))))
            .Append(("thirtieth", 30)).ToFrozenDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
    }
}
