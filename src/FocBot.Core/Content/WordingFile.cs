using FocBot.Core.Statements;

namespace FocBot.Core.Content;

/// <summary>Reads <c>wording.txt</c>: what buttons offer first, and how strongly the statement words what it asks.</summary>
/// <remarks>A part <c>[starters]</c>, in other languages <c>[starters fr]</c>, with lines <c>button => what it says</c>; a part <c>[strengths]</c> with lines
/// <c>need to => how people ask for it; ...</c>.</remarks>
static class WordingFile
{
    internal static (IReadOnlyList<Starter> Starters, IReadOnlyList<Strength> Strengths) Read(string file,
        IReadOnlyList<string> lines, Study study, List<ContentFault> faults)
    {
        var (starters, strengths) = (new List<Starter>(), new List<Strength>());
        foreach (var part in LinesFile.Read(file, lines, faults))
        {
            var (heading, language) = part.Heading.Split(' ') is ["starters", { Length: > 0 } code] ? ("starters", code) : (part.Heading, "en");
            if (heading is not ("starters" or "strengths"))
            {
                faults.Add(new(file, part.Line, $"There is no part [{part.Heading}].", "The parts are [starters] and [strengths]."));
                continue;
            }

            foreach (var (text, line) in part.Lines)
            {
                if (text.Split("=>", StringSplitOptions.TrimEntries) is not [{ Length: > 0 } left, { Length: > 0 } right])
                    faults.Add(new(file, line, "This is not a pair.", "Write 'left => right', see docs/statements.md."));
                else if (heading == "starters")
                    starters.Add(new(left, right, language));
                else if (!study.Obligations.Any(o => o.Strength == left))
                    faults.Add(new(file, line, $"No recommendation in topics.yaml has the strength '{left}'.", "Copy the strength from topics.yaml."));
                else
                    strengths.Add(new(left, right.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
            }
        }

        foreach (var missing in study.Obligations.Select(o => o.Strength).Distinct().Where(w => strengths.Count > 0 && !strengths.Exists(s => s.Wording == w)))
            faults.Add(new(file, 1, $"The strength '{missing}' is missing.", $"Add a line '{missing} => how people ask for it' under [strengths]."));
        return (starters, strengths);
    }
}
