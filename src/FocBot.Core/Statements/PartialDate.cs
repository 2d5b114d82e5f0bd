using System.Globalization;

namespace FocBot.Core.Statements;

/// <summary>A date as published: a year, perhaps its month, perhaps its day.</summary>
/// <param name="Month">1 to 12; 0 where it is not known.</param>
/// <param name="Day">1 to 31; 0 where it is not known.</param>
public readonly record struct PartialDate(int Year, int Month, int Day) : IComparable<PartialDate>
{
    static readonly (string Format, bool HasMonth, bool HasDay)[] Formats =
    [
        ("yyyy-MM-dd", true, true), ("yyyy-MM", true, false), ("yyyy", false, false),
        ("d MMMM yyyy", true, true), ("MMMM d, yyyy", true, true), ("MMMM yyyy", true, false),
    ];

    /// <summary>As people write it: 28 February 2020.</summary>
    public string Display => Month == 0 ? $"{Year}"
        : $"{(Day > 0 ? $"{Day} " : "")}{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Month)} {Year}";

    /// <summary>Reads ISO 8601 (2020-02-28, 2020-02, 2020) and English (28 February 2020, February 2020).</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        foreach (var (format, hasMonth, hasDay) in Formats)
        {
            if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                date = new(day.Year, hasMonth ? day.Month : 0, hasDay ? day.Day : 0);
                return true;
            }
        }

        date = default;
        return false;
    }

    public int CompareTo(PartialDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    /// <summary>ISO 8601.</summary>
    public override string ToString() => Month == 0 ? $"{Year:D4}" : Day == 0 ? $"{Year:D4}-{Month:D2}" : $"{Year:D4}-{Month:D2}-{Day:D2}";

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
