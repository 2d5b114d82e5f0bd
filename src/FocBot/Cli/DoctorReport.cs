using System.Text.Json;
using System.Text.Json.Serialization;
using FocBot.Channels;

namespace FocBot.Cli;

/// <summary>What the doctor found, for people as it comes, or for programs as one JSON object at the end.</summary>
sealed class DoctorReport(TextWriter output, bool asJson)
{
    readonly List<Finding> findings = [];

    internal void Add(Check check)
    {
        findings.Add(new(check.Good switch { true => "good", false => "wrong", null => "note" }, check.Found, check.Next));
        if (asJson)
            return;
        output.WriteLine($"{(check.Good switch { true => "good", false => "WRONG", null => "note" })}: {check.Found}");
        if (check.Good != true && check.Next is { } next)
            output.WriteLine($"      {next}");
    }

    /// <summary>Ends the report; whether nothing is wrong.</summary>
    internal bool End()
    {
        var healthy = findings.TrueForAll(f => f.Outcome != "wrong");
        if (asJson)
            output.WriteLine(JsonSerializer.Serialize(new Report(healthy, ProductVersion.Text, findings), DoctorJson.Default.Report));
        return healthy;
    }
}

/// <param name="Healthy">Whether nothing is wrong; the exit code says the same.</param>
/// <param name="Version">The program's version.</param>
/// <param name="Checks">Everything that was looked at.</param>
sealed record Report(bool Healthy, string Version, IReadOnlyList<Finding> Checks);

/// <param name="Outcome"><c>good</c>, <c>note</c> or <c>wrong</c>.</param>
/// <param name="Found">What was found.</param>
/// <param name="Next">What to do next; null where there is nothing to do.</param>
sealed record Finding(string Outcome, string Found, string? Next);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(Report))]
sealed partial class DoctorJson : JsonSerializerContext;
