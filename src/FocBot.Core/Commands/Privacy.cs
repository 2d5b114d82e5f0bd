using FocBot.Core.Answering;
using FocBot.Core.Onboarding;

namespace FocBot.Core.Commands;

/// <summary>What is held about the asker right now.</summary>
sealed class Privacy : ICommand
{
    public string Example => "privacy";

    // Who says "privacy" may as well mean the subject: both are answered.
    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Words != "privacy" || said.NamesStatement)
            return null;
        var held = await said.User.GetAllAsync(cancel);
        List<string> lines = [held.Count > 0
            ? said.Say.Of("privacy-held", ("what", string.Join("; ", held.Select(h => Named(said, h.Key, h.Value))))) : said.Say["privacy-nothing"]];
        if (said.History.Count > 0)
            lines.Add(said.Say.Of("privacy-memory", ("count", said.History.Count)));
        lines.Add(said.Say["privacy-log"]);
        var topic = TopicResolver.Named(said, "privacy");
        if (topic is not null)
            lines.Add(said.Say["privacy-subject"]);
        return new Answer(AnswerKind.Answered, string.Join('\n', lines), [.. topic?.Passages.Select(Quote.Of) ?? []],
            [Buttons.Of(said.Say, "forget"), Buttons.Of(said.Say, "on-it", "recommendations on privacy"), Buttons.Of(said.Say, "help")])
        { Confidence = 1, IsPersonal = true, Labels = said.Say.Labels };
    }

    // Of several statements which one.
    static string Of(CommandContext said, string id, string what) =>
        said.Catalogue.Statements.Count > 1 && said.Catalogue.Find(id) is { } statement ? $"{statement.Front.ShortTitle}: {what}" : what;

    static string Named(CommandContext said, string key, string value) => key switch
    {
        _ when TourProgress.StatementOf(key) is { } id => Of(said, id, said.Say.Of("privacy-tour", ("number", value))),
        _ when QuizProgress.StatementOf(key) is { } id => Of(said, id, said.Say["privacy-quiz"]),
        _ when CheckResult.StatementOf(key) is { } id && said.Catalogue.Find(id) is { } statement =>
            said.Say.Of("privacy-check", ("title", statement.Front.ShortTitle), ("result", value)),
        _ when CourseProgress.IsOne(key) => said.Say["privacy-course"],
        _ => said.Say["privacy-other"],
    };
}
