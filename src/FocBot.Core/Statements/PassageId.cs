using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FocBot.Core.Statements;

/// <summary>A passage's stable name: <c>foc-2020-cybersecurity#14</c>. The number is ours, in the statement's order, from 1.</summary>
public readonly record struct PassageId(string Statement, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Statement}#{Number}");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PassageId id)
    {
        var mark = text?.LastIndexOf('#') ?? -1;
        if (mark > 0 && int.TryParse(text.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            id = new(text![..mark], number);
            return true;
        }

        id = default;
        return false;
    }
}
