using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>One paragraph by its number.</summary>
static partial class Paragraph
{
    [GeneratedRegex(@"^(?:paragraph|para|para\.|passage|¶) ?(\d{1,4})$")]
    private static partial Regex Numbered();

    internal static Command Command { get; } = new("paragraph 14", "a paragraph by its number", said =>
    {
        if (Numbered().Match(said.Words) is not { Success: true } asked)
            return null;
        var number = int.Parse(asked.Groups[1].Value, CultureInfo.InvariantCulture);
        var statement = said.Catalogue.Statements[0];
        return statement.Find(number) is not { } passage
            ? new(AnswerKind.Silent, $"There are {statement.Passages.Count} paragraphs, numbered from 1.", [], [new("The statement", "statement")])
            : new(AnswerKind.Answered, $"Paragraph {number} of {statement.Passages.Count}:", [Quote.Of(passage)],
                [.. number < statement.Passages.Count ? new[] { new Choice("Next", $"paragraph {number + 1}") } : [], new("Cite it", $"cite {number}"), new("Help", "help")])
            { Confidence = 1 };
    });
}
