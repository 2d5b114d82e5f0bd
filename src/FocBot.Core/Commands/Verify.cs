using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>Whether quoted words stand in a statement so, altered, or not at all; and what a receipt stands for.</summary>
static partial class Verify
{
    [GeneratedRegex("^(?:verify|check)(?: quote| quotation)? [\"“”'«]?(.+?)[\"“”'»]?$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Asked();

    internal static Command Command { get; } = new("verify \"quoted words\"", "whether words stand in the statement so; “verify CODE” resolves a receipt", said =>
        Asked().Match(said.Text) is { Success: true } asked ? Answer(said.Catalogue, asked.Groups[1].Value.Trim()) : null);

    static Answer Answer(Catalogue catalogue, string words)
    {
        List<Choice> next = [new("Topics", "topics"), new("Help", "help")];
        if (Receipt.Find(catalogue, words) is { } receipted)
            return new(AnswerKind.Answered, $"Receipt {receipted.Receipt} stands for paragraph {receipted.Id.Number}:", [Quote.Of(receipted)], next) { Confidence = 1 };
        var verified = Verification.Of(catalogue, words);
        return verified.Result switch
        {
            VerificationResult.Exact => new(AnswerKind.Answered, $"Exact: these words stand in paragraph {verified.Passage!.Id.Number}.", [Quote.Around(verified.Passage, verified.Position)], next) { Confidence = 1 },
            VerificationResult.Altered => new(AnswerKind.Answered, $"Altered: paragraph {verified.Passage!.Id.Number} says it otherwise.\n{string.Join('\n', verified.Changes)}", [Quote.Around(verified.Passage, verified.Position)], next) { Confidence = 1 },
            _ => new(AnswerKind.Silent, "These words are not in the statement.", [], [new("Search for them", words), .. next]),
        };
    }
}
