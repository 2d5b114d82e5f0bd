using System.Globalization;
using FocBot.Core.Statements;

namespace FocBot.Core.Content;

/// <summary>The folder <c>index</c>: statements and what helps to find them.</summary>
public static class ContentFolder
{
    /// <summary>Reads the content.</summary>
    /// <param name="folder">The folder <c>index</c>.</param>
    /// <exception cref="ContentException">Anything is wrong with any file; every fault is listed.</exception>
    public static Catalogue Read(string folder)
    {
        var faults = new List<ContentFault>();
        var content = new ContentReader(folder, faults);
        var statements = content.Folders("statements").Select(name => StatementFolder.Read(content, name, faults)).OfType<Statement>().ToList();
        if (statements.Count == 0 && faults.Count == 0)
            faults.Add(new(Path.Combine(folder, "statements"), 0, "There is no statement.", "Add a folder with a statement.md; docs/statements.md tells how."));
        var languages = content.Files("languages").Select(file => LanguageFile.Read(file, content.Lines(file), faults)).ToList();
        var silences = Silences(content, languages, faults);
        var weights = Weights(content, faults);
        var synonyms = content.Lines("synonyms.txt").Where(l => l.Length > 0 && l[0] != '#').ToList();
        var unread = UnreadLanguagesFile.Read("unread-languages.txt", content.Lines("unread-languages.txt"), faults);
        return faults.Count > 0
            ? throw new ContentException(faults)
            : new(statements, silences, synonyms, languages, content.Lines("words.txt"), weights,
                Path.Combine(folder, "vectors.bin"), content.Hash())
            { UnreadLanguages = unread };
    }

    static List<SilentSubject> Silences(ContentReader content, List<AskerLanguage> languages, List<ContentFault> faults)
    {
        var subjects = LinesFile.Read("silences.txt", content.Lines("silences.txt"), faults)
            .Select(p => new SilentSubject(p.Heading, [.. p.Lines.Select(l => (l.Text, "en"))])).ToList();
        subjects.AddRange(languages.Where(l => l.Silent.Count > 0)
            .Select(l => new SilentSubject("", [.. l.Silent.Select(text => (text, l.Code))])));
        return subjects;
    }

    static Dictionary<string, double> Weights(ContentReader content, List<ContentFault> faults)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (i, line) in content.Lines("weights.txt").Index())
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var name, var text]
                && double.TryParse(text, CultureInfo.InvariantCulture, out var value))
                weights[name] = value;
            else
                faults.Add(new("weights.txt", i + 1, "This is not a weight.", "Write 'name value', or make the file anew with 'focbot tune'."));
        }

        return weights;
    }
}
