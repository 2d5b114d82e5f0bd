using System.Buffers.Text;
using System.Globalization;
using System.Text;
using FocBot.Core.Onboarding;
using Microsoft.AspNetCore.DataProtection;

namespace FocBot.Storage;

/// <summary>Codes of certificates: how somebody did in a check, and when, encrypted with the keys of Data Protection. Nothing is stored.</summary>
/// <remarks>Any process with the same keys reads a code; no date ends it.</remarks>
public sealed class Certificates(IDataProtectionProvider protection, TimeProvider time)
{
    const int LongestCode = 1_000;

    readonly ProtectedBytes values = new(protection, "FocBot.Certificates");

    /// <exception cref="StorageUnavailableException">The keys are out of reach.</exception>
    internal string Create(string statement, CheckResult result) => Base64Url.EncodeToString(values.Protect(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{statement}|{result.Right}|{result.All}|{time.GetUtcNow():yyyy-MM-dd}"))));

    /// <summary>What a code stands for; null where it was not made with these keys.</summary>
    /// <exception cref="StorageUnavailableException">The keys are out of reach.</exception>
    public Certificate? Read(string code) =>
        code.Length <= LongestCode && Base64Url.IsValid(code) && values.Unprotect(Base64Url.DecodeFromChars(code)) is { } value
        && Encoding.UTF8.GetString(value).Split('|') is [var statement, var right, var all, var date]
            ? new(statement, new(Number(right), Number(all)), DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            : null;

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A certificate; it names nobody.</summary>
/// <param name="Statement">The statement's id.</param>
/// <param name="Date">When it was made out, UTC.</param>
public sealed record Certificate(string Statement, CheckResult Result, DateOnly Date);
