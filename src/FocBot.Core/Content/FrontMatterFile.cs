using FocBot.Core.Statements;

namespace FocBot.Core.Content;

/// <summary>Reads the front matter of <c>statement.md</c> and of its translations: lines "key: value" between two lines "---".</summary>
sealed class FrontMatterFile
{
    static readonly string[] Required = ["id", "title", "short-title", "issuer", "issuer-short", "date", "language"];
    static readonly string[] Optional = ["source", "source-has-text", "names", "date-shown", "co-sponsors", "status", "supersedes", "recommendations"];

    static readonly string[] RequiredOfTranslation = ["title", "language"];
    static readonly string[] OptionalOfTranslation = ["short-title", "official", "source", "source-has-text", "date-shown"];

    readonly string file;
    readonly List<ContentFault> faults;
    readonly Dictionary<string, (string Value, int Line)> values = new(StringComparer.Ordinal);

    FrontMatterFile(string file, List<ContentFault> faults) => (this.file, this.faults) = (file, faults);

    /// <summary>The place of the first line behind the front matter.</summary>
    internal int Next { get; private set; }

    /// <summary>The headings whose items recommend; null where the file does not say; empty for none.</summary>
    internal IReadOnlyList<string>? Recommendations => values.ContainsKey("recommendations") ? All("recommendations").Where(h => h != "none").ToList() : null;

    internal bool IsOfficial => this["official"] == "yes";

    string? this[string key] => values.TryGetValue(key, out var value) ? value.Value : null;

    internal int LineOf(string key) => values.TryGetValue(key, out var value) ? value.Line : 1;

    /// <summary>Reads the front matter of a statement, or of a translation; null, with faults added, where it can't be used.</summary>
    /// <param name="file">The file's name, for faults.</param>
    /// <param name="lines">All lines of the file.</param>
    /// <param name="id">The statement's id, which is its folder's name; null for a translation.</param>
    /// <param name="faults">Takes what is wrong.</param>
    internal static FrontMatterFile? Read(string file, IReadOnlyList<string> lines, string? id, List<ContentFault> faults)
    {
        if (lines.Count == 0 || lines[0] != "---")
        {
            faults.Add(new(file, 1, "The front matter is missing.", "Begin the file with a line '---', then 'id: ...', 'title: ...' and so on, then '---'."));
            return null;
        }

        var known = faults.Count;
        var read = new FrontMatterFile(file, faults);
        var (required, optional) = id is null ? (RequiredOfTranslation, OptionalOfTranslation) : (Required, Optional);
        read.ReadLines(lines, [.. required, .. optional]);
        foreach (var key in required.Where(k => string.IsNullOrWhiteSpace(read[k])))
            faults.Add(new(file, 1, $"'{key}' is missing.", $"Add a line '{key}: ...' to the front matter."));
        if (id is not null && read["id"] is { } written && written != id)
            faults.Add(new(file, read.LineOf("id"), $"The id '{written}' is not the folder's name '{id}'.", "Make them the same."));
        return faults.Count > known ? null : read;
    }

    /// <summary>What it says of a statement; null, with a fault added, where the date can't be read.</summary>
    internal FrontMatter? OfStatement()
    {
        if (!PartialDate.TryParse(this["date"]!, out var issued))
        {
            faults.Add(new(file, LineOf("date"), $"The date '{this["date"]}' can't be read.",
                "Write it as 2020-02-28, 2020-02 or 2020; 'date-shown: ...' says how it is shown."));
            return null;
        }

        // A date in words is shown as it was typed.
        var shown = this["date"]!.Contains(' ', StringComparison.Ordinal) ? this["date"]! : issued.Display;
        return new(this["id"]!, this["title"]!, this["short-title"]!, this["issuer"]!, this["issuer-short"]!,
            this["date-shown"] ?? shown, this["language"]!)
        {
            Issued = issued,
            Names = All("names"),
            CoSponsors = All("co-sponsors"),
            Status = this["status"] ?? "",
            Supersedes = All("supersedes"),
            Source = this["source"],
            SourceHasText = this["source-has-text"] == "yes",
        };
    }

    /// <summary>What it says of a translation: what it does not say is the statement's.</summary>
    internal FrontMatter OfTranslation(FrontMatter statement) => statement with
    {
        Title = this["title"]!,
        ShortTitle = this["short-title"] ?? this["title"]!,
        Language = this["language"]!,
        Date = this["date-shown"] ?? statement.Date,
        Source = this["source"],
        SourceHasText = this["source-has-text"] == "yes",
    };

    void ReadLines(IReadOnlyList<string> lines, string[] keys)
    {
        var i = 1;
        for (; i < lines.Count && lines[i] != "---"; i++)
        {
            var colon = lines[i].IndexOf(": ", StringComparison.Ordinal);
            var key = colon > 0 ? lines[i][..colon] : lines[i];
            if (colon < 0 || !keys.Contains(key))
                faults.Add(new(file, i + 1, $"'{key}' is not a setting of a statement.", $"Use one of: {string.Join(", ", keys)}."));
            else if (!values.TryAdd(key, (lines[i][(colon + 2)..].Trim(), i + 1)))
                faults.Add(new(file, i + 1, $"'{key}' stands twice.", "Delete one of the two lines."));
        }

        if (i == lines.Count)
            faults.Add(new(file, i, "The front matter does not end.", "Close it with a line '---'."));
        Next = i + 1;
    }

    List<string> All(string key) => [.. (this[key] ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
