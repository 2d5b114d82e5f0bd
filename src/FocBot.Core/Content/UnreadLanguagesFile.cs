using FocBot.Core.Statements;

namespace FocBot.Core.Content;

/// <summary>Reads <c>unread-languages.txt</c>: a part for each language, with lines <c>say</c>, <c>words</c>, <c>letters</c>, <c>script</c>.</summary>
static class UnreadLanguagesFile
{
    internal static IReadOnlyList<UnreadLanguage> Read(string file, IReadOnlyList<string> lines, List<ContentFault> faults)
    {
        var languages = new List<UnreadLanguage>();
        foreach (var part in LinesFile.Read(file, lines, faults))
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (text, line) in part.Lines)
            {
                if (text.Split(" = ", 2) is not ["say" or "words" or "letters" or "script", { Length: > 0 }] pair || !values.TryAdd(pair[0], pair[1]))
                    faults.Add(new(file, line, "This is not a line of a language.",
                        "Write 'say = ...', 'words = ...', 'letters = ...' or 'script = ...', each once."));
            }

            if (!values.TryGetValue("say", out var say))
                faults.Add(new(file, part.Line, $"What to say in {part.Heading} is missing.", "Add a line 'say = ...'."));
            else
            {
                var script = values.GetValueOrDefault("script") is [var first, var last] ? (first, last) : default((char, char)?);
                languages.Add(new(part.Heading, say, (values.GetValueOrDefault("words") ?? "").Split(' ')
                    .ToHashSet(StringComparer.Ordinal), values.GetValueOrDefault("letters") ?? "", script));
            }
        }

        return languages;
    }
}
