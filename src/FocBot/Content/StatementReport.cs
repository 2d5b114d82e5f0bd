using FocBot.Core.Statements;
using FocBot.Import;

namespace FocBot.Content;

/// <summary>What came of adding a statement: its words against the file's, its numbering, what to do next.</summary>
static class StatementReport
{
    const int ShownText = 70;

    /// <summary>Writes the report.</summary>
    /// <returns>Whether no word was lost or doubled.</returns>
    internal static bool Write(TextWriter output, ImportedText text, Statement statement, string folder)
    {
        var words = WordReport.Of(text);
        output.WriteLine($"{words.InFile} words in the file, {words.Taken} in the statement.");
        foreach (var dropped in text.Dropped.CountBy(d => d.ReplaceLineEndings(" ").Trim()).Where(d => d.Key.Length > 0))
            output.WriteLine($"Left out: {Short(dropped.Key)}{(dropped.Value > 1 ? $" ({dropped.Value} times)" : "")}");
        foreach (var (left, right) in text.Healed.Distinct())
            output.WriteLine($"Joined: {left}-{right}");
        output.WriteLine(words.IsWhole ? "No word is lost, none stands twice."
            : $"Compare these with the file by hand. Lost: {Listed(words.Lost)}. Doubled: {Listed(words.Doubled)}.");
        output.WriteLine();
        foreach (var passage in statement.Passages)
            output.WriteLine($"{passage.Id.Number,4}  "
                + $"{(passage.Kind == PassageKind.Footnote ? $"footnote {passage.Footnote}" : passage.Label ?? passage.Kind.ToString()),-28}  "
                + $"{Short(passage.Text)}");
        output.WriteLine();
        output.WriteLine($"Written: {Path.Combine(folder, "statements", statement.Id, "statement.md")}");
        output.WriteLine($"Next: focbot statement check {statement.Id}; focbot statement questions {statement.Id}. A running server answers from it in "
            + $"some seconds.");
        return words.IsWhole;
    }

    static string Listed(IReadOnlyList<string> words) => words.Count == 0 ? "none" : string.Join(", ", words);

    static string Short(string text) => text.Length <= ShownText ? text : text[..ShownText] + "…";
}
