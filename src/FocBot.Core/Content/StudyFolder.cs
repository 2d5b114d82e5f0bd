using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Core.Statements;

namespace FocBot.Core.Content;

/// <summary>Reads what helps to learn a statement: topics.yaml, glossary.yaml, tour.md, quiz.txt. Every quoted word is checked against the text.</summary>
static partial class StudyFolder
{
    [GeneratedRegex(@"^## (.+) \[(\d+)\]$")]
    private static partial Regex StopTitle();

    internal static Study Read(ContentReader content, string path, Statement statement, List<ContentFault> faults)
    {
        var topics = new YamlReader($"{path}/topics.yaml", content.Lines($"{path}/topics.yaml"), statement, faults);
        var glossary = new YamlReader($"{path}/glossary.yaml", content.Lines($"{path}/glossary.yaml"), statement, faults);
        return new(
            topics.List("topics", entry => new Topic(entry.Text("name"), entry.Texts("also"), entry.Passages("passages"))),
            topics.List("recommendations", ReadObligation),
            topics.List("references", ReadReference),
            glossary.List("terms", ReadTerm),
            Tour($"{path}/tour.md", content.Lines($"{path}/tour.md"), statement, faults),
            Quiz($"{path}/quiz.txt", content.Lines($"{path}/quiz.txt"), statement, faults))
        {
            Figures = topics.List("figures", ReadFigure),
            Namings = topics.List("named", ReadNaming),
        };
    }

    static Figure ReadFigure(YamlReader.Entry entry)
    {
        var read = new Figure(entry.Passage(), entry.Text("number"), entry.Texts("nouns"), entry.Text("fact"));
        entry.MustStandIn(read.Passage, [read.Number]);
        return read;
    }

    static Naming ReadNaming(YamlReader.Entry entry)
    {
        var read = new Naming(entry.Passage(), entry.Text("words"), entry.Texts("nouns"), entry.Text("fact"));
        entry.MustStandIn(read.Passage, [read.Words]);
        return read;
    }

    static Obligation ReadObligation(YamlReader.Entry entry)
    {
        var read = new Obligation(entry.Passage(), entry.Text("addressee", required: false),
            entry.Text("strength"), entry.Text("action"), entry.Texts("beneficiaries"), entry.Texts("qualifiers"));
        entry.MustStandIn(read.Passage, read.Words);
        return read;
    }

    static Reference ReadReference(YamlReader.Entry entry)
    {
        var read = new Reference(entry.Text("name"), entry.Text("words"), entry.Passage(), entry.Text("date", required: false));
        entry.MustStandIn(read.Passage, [read.Words, read.Date]);
        return read;
    }

    static Term ReadTerm(YamlReader.Entry entry)
    {
        var read = new Term(entry.Text("term"), entry.Texts("also"), entry.Text("expansion", required: false),
            entry.Passage(), entry.Passage(entry.Has("shown") ? "shown" : "passage"));
        entry.MustStandIn(read.Passage, read.Expansion.Length > 0 ? [read.Expansion] : [read.Name]);
        return read;
    }

    // "## Title [27]", below it a sentence of introduction.
    static List<Stop> Tour(string file, IReadOnlyList<string> lines, Statement statement, List<ContentFault> faults)
    {
        var stops = new List<Stop>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length == 0 || (lines[i][0] == '#' && !lines[i].StartsWith("##", StringComparison.Ordinal)))
                continue;
            if (StopTitle().Match(lines[i]) is { Success: true } title
                && statement.Find(int.Parse(title.Groups[2].Value, CultureInfo.InvariantCulture)) is { } passage)
                stops.Add(new(title.Groups[1].Value, "", passage.Id));
            else if (stops.Count > 0 && stops[^1].Introduction.Length == 0 && !lines[i].StartsWith("##", StringComparison.Ordinal))
                stops[^1] = stops[^1] with { Introduction = lines[i] };
            else
                faults.Add(new(file, i + 1, "This is neither a stop nor its introduction.",
                    $"Write '## Title [27]' with a passage of 1 to {statement.Passages.Count}, and below it one line of introduction."));
        }

        return stops;
    }

    // "text before {the gap} text after | wrong | wrong".
    static List<QuizItem> Quiz(string file, IReadOnlyList<string> lines, Statement statement, List<ContentFault> faults)
    {
        var items = new List<QuizItem>();
        foreach (var part in LinesFile.Read(file, lines, faults))
        {
            var passage = int.TryParse(part.Heading, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? statement.Find(number) : null;
            foreach (var (text, line) in part.Lines)
            {
                if (text.Split(" | ") is not [var sentence, .. { Length: > 0 } wrong]
                    || sentence.Split('{', '}') is not [var before, { Length: > 0 } right, var after])
                    faults.Add(new(file, line, "This is not a quiz question.", "Write 'words of the text with {a gap} | a wrong answer | another'."));
                else if (passage?.Text.Contains(before + right + after, StringComparison.Ordinal) != true)
                    faults.Add(new(file, line, $"These words do not stand in passage {part.Heading}.", "Copy them from statement.md."));
                else
                    items.Add(new(passage.Id, before, right, after, wrong));
            }
        }

        return items;
    }
}
