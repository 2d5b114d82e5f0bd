using System.Globalization;

namespace FocBot.Core.Quotations;

/// <summary>Dates as statements print them, in the form of ISO 8601, as exact as they are: "February 2020" is <c>2020-02</c>.</summary>
public static class IsoDate
{
    static readonly (string Printed, string Iso)[] Forms =
    [
        ("yyyy-MM-dd", "yyyy-MM-dd"), ("d MMMM yyyy", "yyyy-MM-dd"), ("MMMM d, yyyy", "yyyy-MM-dd"),
            ("MMMM yyyy", "yyyy-MM"), ("yyyy-MM", "yyyy-MM"), ("yyyy", "yyyy"),
    ];

    /// <summary>The date in ISO form; as it is where it is printed in another way.</summary>
    public static string Of(string printed) =>
        Forms.Select(form => DateTime.TryParseExact(printed, form.Printed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString(form.Iso, CultureInfo.InvariantCulture) : null)
            .FirstOrDefault(iso => iso is not null) ?? printed;
}
