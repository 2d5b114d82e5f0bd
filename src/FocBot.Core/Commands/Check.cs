using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Onboarding;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>The check of a statement: ten questions, and a certificate for four in five right answers.</summary>
/// <remarks>The answers so far stand in what the buttons say, as in <c>check bad</c>: nothing is stored before the end, and an old button leads back.</remarks>
sealed partial class Check : ICommand
{
    const char Skipped = 'x';

    public string Example => "check";

    [GeneratedRegex($"^check(?: (?<given>[a-dx]{{1,10}}))?(?<hint> hint)?$")]
    private static partial Regex Asked();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (Asked().Match(said.Words) is { Success: true } asked)
            return await AtAsync(said, asked.Groups["given"].Value, asked.Groups["hint"].Success, cancel);
        if (!IsOn(said))
            return null;
        if (said.Words == "stop")
            return said.GuidePersonally(said.Say["check-left"], Buttons.Of(said.Say, "check"), Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
        return await ButtonAsync(said, cancel) is { } button ? await said.ReplyAsync(button.Says, cancel) : null;
    }

    /// <summary>Whether the words ask for the check: "check" before a quotation is another command.</summary>
    internal static bool IsAskedFor(string words) => Asked().IsMatch(words);

    static bool IsOn(CommandContext said) => QuizAnswers.LastBesides(said) is { } last && Asked().IsMatch(last);

    // The button of the question before that the typed words stand for; null where there is none.
    static async ValueTask<Choice?> ButtonAsync(CommandContext said, CancellationToken cancel)
    {
        var end = said.Words == "hint" ? " hint"
            : Steps.Of(said.Words) > 0 ? $"{Skipped}"
            : QuizAnswers.OptionOf(said.Words) is { } option ? $"{(char)('a' + option)}"
            : null;
        var buttons = (await said.LastAnswerAsync(cancel))?.Choices ?? [];
        return end is not null ? buttons.FirstOrDefault(c => Asked().Match(said.Phrases.Words(c.Says)) is { Success: true } match
                && (match.Groups["given"].Success || match.Groups["hint"].Success) && c.Says.EndsWith(end, StringComparison.Ordinal))
            : Steps.Of(said.Words) < 0 ? buttons.FirstOrDefault(c => c.Label == said.Say["button.back"]) : null;
    }

    static async ValueTask<Answer?> AtAsync(CommandContext said, string given, bool wantsHint, CancellationToken cancel)
    {
        var (statement, which) = await said.OneAsync(s => QuestionBank.Check(s).Count > 0, cancel);
        if (statement is null)
            return which;
        var questions = QuizItems.CheckOf(statement, said.Say);
        return questions.Count == 0 ? said.Silent(said.Say["check-none"], Buttons.Of(said.Say, "summary"), Buttons.Of(said.Say, "help"))
            : given.Length < questions.Count ? Ask(said, statement, questions, given, wantsHint)
            : await EndAsync(said, statement, questions, given, cancel);
    }

    static Answer Ask(CommandContext said, Statement statement, IReadOnlyList<QuizQuestion> questions, string given, bool wantsHint)
    {
        var question = questions[given.Length];
        var start = said.Catalogue.Statements.Count > 1 ? $"in {statement.Id}: check" : "check";
        List<Choice> choices = [.. question.Options.Select((option, i) => new Choice(option, $"{start} {given}{(char)('a' + i)}")),
            Buttons.Of(said.Say, "skip", $"{start} {given}{Skipped}")];
        if (!wantsHint)
            choices.Add(Buttons.Of(said.Say, "hint", given.Length > 0 ? $"{start} {given} hint" : $"{start} hint"));
        if (given.Length > 0)
            choices.Add(Buttons.Of(said.Say, "back", $"{start} {given[..^1]}".TrimEnd()));
        choices.Add(Buttons.Of(said.Say, "leave-quiz"));
        var hint = wantsHint ? said.Say.Of("quiz-hint", ("section", said.Catalogue.Find(question.Passage)!.Section ?? said.Say["footnotes"]),
            ("letter", question.Right[0])) + "\n" : "";
        return said.GuidePersonally(
            $"{hint}{said.Say.Of("quiz-question", ("number", question.Number), ("count", questions.Count))} {question.Text}", choices) with
        { Progress = new(given.Length, questions.Count) };
    }

    static async Task<Answer> EndAsync(
        CommandContext said, Statement statement, IReadOnlyList<QuizQuestion> questions, string given, CancellationToken cancel)
    {
        var wrong = questions.Zip(given).Where(q => OptionOf(q.First, q.Second) != q.First.Right).ToList();
        var result = new CheckResult(questions.Count - wrong.Count, questions.Count);
        await result.WriteAsync(said.User, statement.Id, cancel);
        var lead = said.Say.Of(result.IsPassed ? "check-passed" : "check-failed",
            ("right", result.Right), ("count", result.All), ("needed", CheckResult.Needed(result.All)));
        var next = result.IsPassed ? Buttons.Of(said.Say, "certificate") : Buttons.Of(said.Say, "try-again");
        return said.Show(string.Join('\n', wrong.Select(q => Correction(said, q.First, q.Second)).Prepend(lead)),
            wrong.Select(q => Around(said, q.First)).DistinctBy(e => e.Passage.Id), next, Buttons.Of(said.Say, "quiz"), Buttons.Of(said.Say, "help")) with
        {
            IsPersonal = true,
            Page = result.IsPassed ? await Certificate.PageAsync(said, statement.Id, result, cancel) : null,
        };
    }

    static string? OptionOf(QuizQuestion question, char letter) => letter - 'a' is var i && i < question.Options.Count ? question.Options[i] : null;

    static string Correction(CommandContext said, QuizQuestion question, char letter) => OptionOf(question, letter) is { } given
        ? said.Say.Of("check-wrong", ("number", question.Number), ("given", given), ("right", question.Right))
        : said.Say.Of("check-skipped", ("number", question.Number), ("right", question.Right));

    static Excerpt Around(CommandContext said, QuizQuestion question)
    {
        var passage = said.Catalogue.Find(question.Passage)!;
        return Quote.Around(passage, Math.Max(0, passage.Text.IndexOf(question.Right, StringComparison.OrdinalIgnoreCase)));
    }
}
