using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Quotations;

namespace FocBot.Core.Commands;

/// <summary>Whether quoted words stand in a statement so, altered, or not at all; and what a receipt stands for.</summary>
sealed partial class Verify : ICommand
{
    /// <summary>Fewer words are no quotation without quotation marks.</summary>
    internal const int FewestUnquoted = 4;

    public string Example => "verify \"quoted words\"";

    [GeneratedRegex(@"^\s*(?:@\S+\s+|please\s+|can you\s+|could you\s+)*(?:verify|check|fact-?check)(?:\s+(?:this|the|if this|"
        + @"whether this))?(?:\s+(?:quote|quotation|wording|text))?(?:\s+(?:is\s+)?(?:right|exact|correct))?\s*:?\s*(?<words>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    internal static partial Regex Asked();

    [GeneratedRegex("^[\"\u201C\u201D\u201E\u00AB\u2018'](?<quoted>.*?)[\"\u201C\u201D\u00BB\u2019']?[.?!]?$", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    // "verify whether governments may ..." asks; it quotes nothing.
    [GeneratedRegex(@"^(?:whether|if|that|how|what|why|who|when|where|which|is|are|does|do|did|can|could|may|my)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Question();

    public ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Typed.Length > Core.Question.MaxLength || Check.IsAskedFor(said.Words) || Asked().Match(said.Typed) is not { Success: true } asked)
            return new((Answer?)null);
        var words = asked.Groups["words"].Value.Trim();
        if (!words.Any(char.IsLetterOrDigit))
            return new(said.Guide(said.Say["usage.verify"], Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help")));
        if (Receipt.Find(said.Catalogue, words) is { } receipted)
            return new(said.Show(said.Say.Of("receipt", ("receipt", receipted.Receipt), ("number", receipted.Id.Number)), [Quote.Of(receipted)], Next(said)));
        var quoted = Quoted().Match(words) is { Success: true } match ? match.Groups["quoted"].Value : null;
        var isQuotation = quoted is not null
            || (!Question().IsMatch(words) && words.Split(' ').Length >= FewestUnquoted
                && said.Typed.TrimStart().StartsWith("verify", StringComparison.OrdinalIgnoreCase));
        return new(isQuotation ? Of(said, quoted ?? words) : null);
    }

    static Choice[] Next(CommandContext said) => [Buttons.Of(said.Say, "cite"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help")];

    /// <summary>What becomes of a quotation.</summary>
    internal static Answer Of(CommandContext said, string words)
    {
        var verified = QuotationVerifier.Verify(said.Scope.Statements, words);
        if (verified.Passage is not { } passage)
        {
            List<Excerpt> nearest = [.. said.Search(words).Excerpts.Take(1)];
            return said.Silent(said.Say[nearest.Count == 0 ? "verify-absent" : "verify-absent-nearest"], Buttons.Of(said.Say, "topics"),
                Buttons.Of(said.Say, "help")) with
            { Excerpts = nearest };
        }

        var key = verified.Result == QuotationResult.Exact ? "verify-exact" : verified.OnlyMarks ? "verify-marks" : "verify-altered";
        var lines = verified.Changes.Concat(verified.Notes).Prepend(said.Say.Of(key, ("number", passage.Id.Number)));
        return said.Show(string.Join('\n', lines), [Quote.Around(passage, verified.Position)], Next(said));
    }
}
