using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Content;

/// <summary>Reads <c>languages/fr.txt</c>: parts [phrases], [commands], [courtesies], [polite], [asking], [gloss], [silent].</summary>
static class LanguageFile
{
    static readonly string[] Needed =
        ["name", "answer", "yesno", "list", "silence", "silence-plain", "unsure", "closest", "nothing", "see-also", "citation-open", "help-hint"];

    internal static AskerLanguage Read(string file, IReadOnlyList<string> lines, List<ContentFault> faults)
    {
        var parts = LinesFile.Read(file, lines, faults).ToDictionary(p => p.Heading, StringComparer.Ordinal);
        foreach (var name in new[] { "phrases", "asking", "gloss" }.Where(n => !parts.ContainsKey(n)))
            faults.Add(new(file, 1, $"The part [{name}] is missing.", "docs/statements.md shows the parts of a language's file."));
        var phrases = Pairs("phrases");
        foreach (var key in Needed.Where(k => !phrases.ContainsKey(k)))
            faults.Add(new(file, parts.GetValueOrDefault("phrases")?.Line
                ?? 1, $"The phrase '{key}' is missing.", $"Add a line '{key} = ...' under [phrases]."));
        var asking = All("asking").Select(Accents.Off).ToHashSet(StringComparer.Ordinal);
        var dictionary = Pairs("gloss").DistinctBy(p => Accents.Off(p.Key)).ToDictionary(p => Accents.Off(p.Key), p => p.Value, StringComparer.Ordinal);
        return new(Path.GetFileNameWithoutExtension(file), phrases, asking, dictionary, [.. All("silent")])
        {
            Commands = Variants("commands", " | "),
            Courtesies = Variants("courtesies", " "),
            Polite = [.. All("polite")],
        };

        IEnumerable<string> All(string part) => parts.GetValueOrDefault(part)?.Lines.Select(l => l.Text) ?? [];

        // "topics = themes | list of topics": each variant with what it stands for; the lines of one key add up.
        Dictionary<string, string> Variants(string part, string between)
        {
            var variants = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (text, line) in parts.GetValueOrDefault(part)?.Lines ?? [])
            {
                if (text.Split(" = ", 2) is not [{ Length: > 0 } key, { Length: > 0 } values])
                    faults.Add(new(file, line, "This is not a list of wordings.", $"Write 'what it stands for = a wording{between}another'."));
                else
                {
                    foreach (var value in values.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                        variants.TryAdd(value, key.Trim());
                }
            }

            return variants;
        }

        Dictionary<string, string> Pairs(string part)
        {
            var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (text, line) in parts.GetValueOrDefault(part)?.Lines ?? [])
            {
                if (text.Split(" = ", 2) is [{ Length: > 0 } key, { Length: > 0 } value])
                    pairs[key.Trim()] = value.Trim();
                else
                    faults.Add(new(file, line, "This is not a pair.", "Write 'word = meaning'."));
            }

            return pairs;
        }
    }
}
