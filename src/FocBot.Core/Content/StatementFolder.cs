using System.Globalization;
using FocBot.Core.Statements;

namespace FocBot.Core.Content;

/// <summary>Reads a statement's folder: the text, the sample questions in every language, the facts.</summary>
static class StatementFolder
{
    internal static Statement? Read(ContentReader content, string name, List<ContentFault> faults)
    {
        var path = $"statements/{name}";
        var statement = StatementFile.Read($"{path}/statement.md", name, content.Lines($"{path}/statement.md"), faults);
        if (statement is null)
            return null;
        var study = StudyFolder.Read(content, path, statement, faults);
        var (starters, strengths) = WordingFile.Read($"{path}/wording.txt", content.Lines($"{path}/wording.txt"), study, faults);
        return statement with
        {
            Lines = [.. Files("questions.").SelectMany(file => Questions(file, content.Lines(file), statement, faults))],
            Study = study,
            Facts = Facts($"{path}/facts.txt", content.Lines($"{path}/facts.txt"), statement, faults),
            Starters = starters,
            Strengths = strengths,
            Translations = Translations(content, path, statement, faults),
        };

        IEnumerable<string> Files(string start) => content.Files(path).Where(f => Path.GetFileName(f).StartsWith(start, StringComparison.Ordinal));
    }

    static List<Translation> Translations(ContentReader content, string path, Statement statement, List<ContentFault> faults)
    {
        var translations = new List<Translation>();
        foreach (var file in content.Files(path, "statement.*.md"))
        {
            if (StatementFile.ReadTranslation(file, content.Lines(file), statement, faults) is not { } translation)
                continue;
            if (file != $"{path}/statement.{translation.Language}.md")
                faults.Add(new(file, 1, $"The language '{translation.Language}' is not that of the file's name.",
                    $"Name the file statement.{translation.Language}.md."));
            translations.Add(translation);
        }

        return translations;
    }

    // questions.txt is English, questions.fr.txt French, and so on.
    static string LanguageOf(string file) => Path.GetFileName(file).Split('.') is [_, var code, _] ? code : "en";

    // '[7 12]' opens questions that passage 7 or 12 answers, '[silent]' those that none does; 'earlier >> question' is a follow-up.
    static List<SampleQuestion> Questions(string file, IReadOnlyList<string> lines, Statement statement, List<ContentFault> faults)
    {
        var questions = new List<SampleQuestion>();
        foreach (var part in LinesFile.Read(file, lines, faults))
        {
            var passages = part.Heading == "silent" ? []
                : part.Heading.Split(' ').Select(n => PassageOf(file, part with { Heading = n }, statement, faults)).ToList();
            if (passages.Contains(null))
                continue;
            foreach (var (text, line) in part.Lines)
            {
                var turns = text.Split(">>", StringSplitOptions.TrimEntries);
                if (turns.Contains(""))
                    faults.Add(new(file, line, "A question is empty.", "Write 'earlier question >> question', or the question alone."));
                else
                    questions.Add(new([.. passages.Select(p => p!.Value)], turns[^1], turns[..^1], LanguageOf(file)));
            }
        }

        return questions;
    }

    // A fact: words that must all be asked for, '=>', the sentence that says it.
    static List<Fact> Facts(string file, IReadOnlyList<string> lines, Statement statement, List<ContentFault> faults)
    {
        var facts = new List<Fact>();
        foreach (var part in LinesFile.Read(file, lines, faults))
        {
            if (PassageOf(file, part, statement, faults) is not { } id)
                continue;
            foreach (var (text, line) in part.Lines)
            {
                if (text.Split("=>", StringSplitOptions.TrimEntries) is [{ Length: > 0 } words, { Length: > 0 } sentence])
                    facts.Add(new(id, words.Split(' ', StringSplitOptions.RemoveEmptyEntries), sentence));
                else
                    faults.Add(new(file, line, "This is not a fact.", "Write 'words asked for => The sentence that says it.'"));
            }
        }

        return facts;
    }

    static PassageId? PassageOf(string file, LinesFile.Part part, Statement statement, List<ContentFault> faults)
    {
        if (int.TryParse(part.Heading, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && statement.Find(number) is { } passage)
            return passage.Id;
        faults.Add(new(file, part.Line, $"'{part.Heading}' is not a passage.", $"The passages are numbered 1 to {statement.Passages.Count}."));
        return null;
    }
}
