using System.Text.RegularExpressions;
using FocBot.Core.Answering;

namespace FocBot.Core.Commands;

/// <summary>One sentence and nothing else: that of the answer before, or of what is asked in the same breath.</summary>
sealed partial class Shorter : ICommand
{
    public string? Example => null;

    [GeneratedRegex(@"\b(?:(?:in|just|only|gimme|give me|i (?:only )?(?:need|want)) )*(?:"
        + @"(?:the |a |an )?(?:one|1|single|short|quotable|punchy)(?:,? (?:single|short|quotable|punchy))* (?:sentences?|lines?|quotes?|answer|version)"
        + @"|(?:just|only) the (?:sentence|line)(?=\W*$)|one[- ]liner|tl;?dr|briefly)\b(?: (?:only|please|pls|plz))*")]
    private static partial Regex Brevity();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Words == "shorter")
            return await OfLastAsync(said, cancel);
        if (said.Words.Length > Question.MaxLength || !Brevity().IsMatch(said.Words))
            return null;
        var asked = Brevity().Replace(said.Words, " ").Trim(' ', ',', '.', '!', '?', ':', '-');
        return asked.Any(char.IsLetter) && said.Search(asked).Kind == AnswerKind.Answered
            && said.Search(said.Typed) is { Kind: AnswerKind.Answered, Excerpts.Count: > 0 } found ? Of(said, found)
            : said.History.Count > 0 ? await OfLastAsync(said, cancel)
            : null;
    }

    // Behind one short answer another is asked for what stood before it.
    static async ValueTask<Answer> OfLastAsync(CommandContext said, CancellationToken cancel)
    {
        for (var before = said.Before; before is not null; before = before.Before)
        {
            if (await before.RecallAsync(cancel) is { Excerpts.Count: > 0 } recalled)
                return Of(said, recalled);
        }

        return More.NothingToAdd(said);
    }

    static Answer Of(CommandContext said, Answer whole)
    {
        Excerpt[] sentence = [whole.Excerpts[0] with { IsSentence = true }];
        Choice[] next = [Buttons.Read(said.Say, sentence[0].Passage), Buttons.Cite(said.Say, sentence[0].Passage), Buttons.Of(said.Say, "help")];
        return whole.Kind is AnswerKind.Silent or AnswerKind.Unsure ? whole with { Excerpts = sentence, Choices = next }
            : said.Show(said.Say["answer"], sentence, next);
    }
}
