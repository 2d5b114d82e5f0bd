using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;
using FocBot.Core.Users;

namespace FocBot.Core.Commands;

/// <summary>Questions made from the text. What was answered wrongly comes again sooner.</summary>
sealed partial class Quiz : ICommand
{
    const int Known = 2;

    public string Example => "quiz";

    [GeneratedRegex(@"^quiz (?<number>\d{1,3}) (?<option>[a-d])$")]
    private static partial Regex Answered();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        var words = said.Words;
        if (words is not ("quiz" or "next question" or "score") && !Answered().IsMatch(words) && !IsOn(said))
            return null;
        var items = QuizItems.Of(said.Catalogue, said.Say);
        if (words is "quiz" or "next question")
            return items.Count == 0 ? said.Silent(said.Say["quiz-none"], Buttons.Of(said.Say, "tour"), Buttons.Of(said.Say, "help"))
                : await AskAsync(said, items, "", 0, cancel);
        if (items.Count == 0)
            return null;
        if (words == "score")
            return await ScoreAsync(said, items, cancel);
        if (Answered().Match(words) is { Success: true } answered)
            return await MarkAsync(said, items, Number(answered), answered.Groups["option"].Value[0] - 'a', cancel);
        if (words == "stop")
            return said.GuidePersonally(said.Say["quiz-left"], Buttons.Of(said.Say, "quiz"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
        if (words == "hint")
            return await HintAsync(said, items, cancel);
        if (QuizAnswers.OptionOf(words) is { } option && await AskedAsync(said, items, cancel) is { } question)
            return await MarkAsync(said, items, question.Number, option, cancel);
        return Steps.Read(said) is var (from, far) && IsQuiz(from)
            ? await AskAsync(said, items, "", await PassedAsync(said, items, from, far, cancel), cancel) : null;
    }

    static bool IsOn(CommandContext said) => QuizAnswers.LastBesides(said) is { } last && IsQuiz(last);

    static bool IsQuiz(string words) => words is "quiz" or "next question" || Answered().IsMatch(words);

    static int Number(Match answered) => int.Parse(answered.Groups["number"].Value, CultureInfo.InvariantCulture);

    // How many questions "next" passed over. Behind a wrong answer stands a passage: there it only goes on.
    static async Task<int> PassedAsync(CommandContext said, IReadOnlyList<QuizQuestion> items, string from, int far, CancellationToken cancel)
    {
        var wasWrong = Answered().Match(from) is { Success: true } answered
            && (await QuizProgress.BoxesAsync(said.User, items, cancel)).ElementAtOrDefault(Number(answered) - 1) == 0;
        return Math.Max(0, wasWrong ? far - 1 : far);
    }

    // The question that the last answer asked.
    static async ValueTask<QuizQuestion?> AskedAsync(CommandContext said, IReadOnlyList<QuizQuestion> items, CancellationToken cancel) =>
        (await said.LastAnswerAsync(cancel))?.Choices.Select(c => Answered().Match(c.Says)).FirstOrDefault(m => m.Success) is { } asked
            && Number(asked) <= items.Count ? items[Number(asked) - 1] : null;

    static async Task<Answer> AskAsync(CommandContext said, IReadOnlyList<QuizQuestion> items,
        string before, int passed, CancellationToken cancel, int except = 0)
    {
        var boxes = await QuizProgress.BoxesAsync(said.User, items, cancel);
        // The least known first; of those, in the text's order. What was just answered is not asked again at once.
        var open = items.Where(q => said.Scope.Has(q.Passage.Statement) && boxes[q.Number - 1] < Known)
            .OrderBy(q => (boxes[q.Number - 1], q.Number <= except, q.Number)).ToList();
        if (open.Count == 0)
            return said.GuidePersonally($"{before}{said.Say["quiz-done"]}", Buttons.Of(said.Say, "certificate"),
                Buttons.Of(said.Say, "score"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
        return Ask(said, items, open[passed % open.Count], before);
    }

    static Answer Ask(CommandContext said, IReadOnlyList<QuizQuestion> items, QuizQuestion question, string before) =>
        said.GuidePersonally($"{before}{said.Say.Of("quiz-question", ("number", question.Number), ("count", items.Count))} {question.Text}",
            [.. question.Options.Select((option, i) => new Choice(option, $"quiz {question.Number} {(char)('a' + i)}")),
                Buttons.Of(said.Say, "skip"), Buttons.Of(said.Say, "hint"), Buttons.Of(said.Say, "leave-quiz")]);

    static async ValueTask<Answer?> HintAsync(CommandContext said, IReadOnlyList<QuizQuestion> items, CancellationToken cancel)
    {
        if (await AskedAsync(said, items, cancel) is not { } question)
            return null;
        var section = said.Catalogue.Find(question.Passage)!.Section ?? said.Say["footnotes"];
        return Ask(said, items, question, $"{said.Say.Of("quiz-hint", ("section", section), ("letter", question.Right[0]))} ");
    }

    static async Task<Answer> MarkAsync(CommandContext said, IReadOnlyList<QuizQuestion> items, int number, int option, CancellationToken cancel)
    {
        if (number < 1 || number > items.Count)
            return await AskAsync(said, items, "", 0, cancel);
        var question = items[number - 1];
        var options = question.Options;
        var right = option < options.Count && options[option] == question.Right;
        var boxes = await QuizProgress.BoxesAsync(said.User, items, cancel);
        boxes[number - 1] = right ? Math.Min(Known, boxes[number - 1] + 1) : 0;
        await QuizProgress.WriteAsync(said.User, items, boxes, question.Passage.Statement, cancel);
        if (right)
            return await AskAsync(said, items, said.Say["quiz-right"] + " ", 0, cancel, number);
        var passage = said.Catalogue.Find(question.Passage)!;
        return said.Show(said.Say.Of("quiz-wrong", ("right", question.Right)),
            [Quote.Around(passage, Math.Max(0, passage.Text.IndexOf(question.Right, StringComparison.OrdinalIgnoreCase)))],
            Buttons.Of(said.Say, "next-question"), Buttons.Of(said.Say, "score"), Buttons.Of(said.Say, "leave-quiz")) with
        { IsPersonal = true };
    }

    static async Task<Answer> ScoreAsync(CommandContext said, IReadOnlyList<QuizQuestion> items, CancellationToken cancel)
    {
        var boxes = await QuizProgress.BoxesAsync(said.User, items, cancel);
        return said.GuidePersonally(
            said.Say.Of("quiz-score", ("right", boxes.Count(b => b > 0)), ("count", items.Count), ("twice", boxes.Count(b => b >= Known))),
            Buttons.Of(said.Say, "quiz"), Buttons.Of(said.Say, "certificate"), Buttons.Of(said.Say, "tour"), Buttons.Of(said.Say, "help"));
    }
}
