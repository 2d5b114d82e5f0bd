using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Import;

namespace FocBot.Content;

/// <summary>Makes a statement's folder out of a file: reads it, checks its words, asks what it cannot know.</summary>
/// <param name="folder">The content folder.</param>
/// <param name="given">The front matter that is known, by key.</param>
/// <param name="ask">Asks the person for a value, with a suggestion; null where nobody can be asked.</param>
sealed partial class StatementAdd(string folder, IReadOnlyDictionary<string, string> given, Func<string, string, string>? ask)
{
    static readonly string[] Needed = ["title", "issuer", "date"];

    static readonly string[] kinds = ["statement", "declaration", "convention", "resolution", "recommendation", "recommendations", "principles", "agreement"];

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Id();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotOfId();

    /// <summary>Writes the folder of a new statement and reads it back.</summary>
    /// <param name="text">What was read from the file.</param>
    /// <param name="replaces">Whether a statement of that id may be replaced; what helps to find it stays.</param>
    /// <exception cref="FormatException">A value is missing or can't be used.</exception>
    /// <exception cref="ContentException">The text can't be a statement; all faults are listed.</exception>
    internal Statement Add(ImportedText text, bool replaces)
    {
        var settings = Settings(text);
        var id = settings[0].Value;
        var target = Path.Combine(folder, "statements", id);
        if (Directory.Exists(target) && !replaces)
            throw new FormatException($"There is a statement {id} already. Give another --id, or --replace.");
        var written = StatementWriter.Write(settings, text);
        var statement = ReadBack(id, written);
        Directory.CreateDirectory(target);
        File.WriteAllText(Path.Combine(target, "statement.md"), written);
        return statement;
    }

    // Read before it is written, so that no faulty folder comes to be.
    static Statement ReadBack(string id, string written)
    {
        var trial = Directory.CreateTempSubdirectory("focbot-statement-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(trial, "statements", id)).FullName, "statement.md"), written);
            return ContentFolder.Read(trial).Statements[0];
        }
        finally
        {
            Directory.Delete(trial, recursive: true);
        }
    }

    List<(string Key, string Value)> Settings(ImportedText text)
    {
        var missing = Needed.Where(key => !given.ContainsKey(key) && (key != "title" || text.Title is null)).ToList();
        if (ask is null && missing.Count > 0)
            throw new FormatException($"The file does not say everything. Add {string.Join(" and ", missing.Select(key => $"--{key} \"...\""))}.");
        var title = Value("title", text.Title ?? "");
        var issuer = Value("issuer", "");
        var date = Value("date", "");
        if (!PartialDate.TryParse(date, out var issued))
            throw new FormatException($"The date “{date}” can't be read. Write 2020-02-28, 2020-02 or 2020.");
        var issuerShort = Value("issuer-short", Initials(issuer));
        var id = Value("id", $"{Slug(issuerShort)}-{issued.Year.ToString(CultureInfo.InvariantCulture)}-{Slug(TellingWord(title))}");
        if (!Id().IsMatch(id))
            throw new FormatException($"“{id}” is no id. Use small letters, digits and hyphens, such as foc-2020-cybersecurity.");
        List<(string, string)> settings =
        [
            ("id", id), ("title", title), ("short-title", Value("short-title", title)), ("issuer", issuer), ("issuer-short", issuerShort), ("date", date),
            ("language", given.GetValueOrDefault("language", "en")), ("source", given.GetValueOrDefault("source", "")),
            ("status", given.GetValueOrDefault("status", "")), ("recommendations", Recommendations(text)),
        ];
        return settings;
    }

    // The longest word that does not only say what it is.
    static string TellingWord(string title) =>
        title.Split(' ').Where(w => !kinds.Contains(w.ToLowerInvariant())).MaxBy(w => w.Length) ?? "statement";

    string Value(string key, string suggestion) => given.TryGetValue(key, out var value) ? value : ask?.Invoke(key, suggestion) ?? suggestion;

    // Items of lists recommend only where their heading says so.
    static string Recommendations(ImportedText text)
    {
        var headings = text.Blocks.Where(b =>
            b is { Kind: BlockKind.Heading, Level: > 1 } && b.Markup.Contains("recommend", StringComparison.OrdinalIgnoreCase)).Select(b => b.Plain).ToList();
        return headings.Count > 0 ? string.Join("; ", headings) : "none";
    }

    static string Initials(string issuer) => string.Concat(issuer.Split(' ').Where(w => w.Length > 0 && char.IsUpper(w[0])).Select(w => w[0]));

    static string Slug(string words) => NotOfId().Replace(words.ToLowerInvariant(), "-").Trim('-');
}
