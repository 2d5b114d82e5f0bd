using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;
using FocBot.Core.Users;

namespace FocBot.Core.Commands;

/// <summary>Questions made from the text. What was answered wrongly comes again sooner.</summary>
public static partial class Quiz
{
    /// <summary>The name under which right answers in a row are remembered, a digit a question.</summary>
    internal const string Memory = "quiz";

    const int Known = 2;

    [GeneratedRegex(@"^quiz (\d{1,3}) ([a-d])$")]
    private static partial Regex Answered();

    internal static Command Command { get; } = new("quiz", "questions from the text; “score” says how far you are", async (said, cancel) =>
        said.Words switch
        {
            var words when IsStart(words) => await With(said, items => Ask(said.User, items, "", cancel)),
            "score" or "my score" => await With(said, items => Score(said.User, items, cancel)),
            var words when Answered().Match(words) is { Success: true } answered =>
                await With(said, items => Mark(said, items, Number(answered), answered.Groups[2].Value[0] - 'a', cancel)),
            _ when Steps.Read(said) is var (from, far) && (IsStart(from) || Answered().IsMatch(from)) => await With(said, async items => await Ask(said.User, items, "", cancel, await Passed(said.User, items, from, far, cancel))),
            _ => null,
        });

    static bool IsStart(string words) => words is "quiz" or "take the quiz" or "next question" or "continue quiz";

    // How many questions "next" passed over. Behind a wrong answer stands a passage: there it only goes on.
    static async Task<int> Passed(IUserState user, List<Item> items, string from, int far, CancellationToken cancel)
    {
        var wasWrong = Answered().Match(from) is { Success: true } answered && (await Boxes(user, items.Count, cancel)).ElementAtOrDefault(Number(answered) - 1) == 0;
        return Math.Max(0, wasWrong ? far - 1 : far);
    }

    static int Number(Match answered) => int.Parse(answered.Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>How many questions there are, and how many were answered rightly the last time.</summary>
    public static async Task<(int Right, int All)> ProgressAsync(Catalogue catalogue, IUserState user, CancellationToken cancel)
    {
        var items = Items(catalogue);
        return ((await Boxes(user, items.Count, cancel)).Count(box => box > 0), items.Count);
    }

    static async Task<Answer?> With(CommandContext said, Func<List<Item>, Task<Answer>> answer) => Items(said.Catalogue) is { Count: > 0 } items ? await answer(items) : null;

    // Gaps of quiz.txt, what acronyms stand for, how strongly recommendations are worded.
    static List<Item> Items(Catalogue catalogue)
    {
        var items = new List<Item>();
        foreach (var study in catalogue.Statements.Select(s => s.Study))
        {
            items.AddRange(study.Quiz.Select(q => new Item($"Fill the gap: “{q.Before}____{q.After}”", q.Right, q.Wrong, q.Passage)));
            var acronyms = study.Terms.Where(t => t.Expansion.Length > 0 && t.Name.All(char.IsUpper)).ToList();
            items.AddRange(acronyms.Select((t, i) => new Item($"What does {t.Name} stand for?", t.Expansion, [.. Enumerable.Range(1, 2).Select(n => acronyms[(i + n) % acronyms.Count].Expansion)], t.Passage)));
            var strengths = study.Obligations.Select(o => o.Strength).Distinct().ToList();
            items.AddRange(study.Obligations.Select(o => new Item($"How strongly is this worded? “… {o.Action}”", o.Strength, [.. strengths.Where(s => s != o.Strength).Take(3)], o.Passage)));
        }

        return items;
    }

    static async Task<Answer> Ask(IUserState user, List<Item> items, string before, CancellationToken cancel, int passed = 0)
    {
        var boxes = await Boxes(user, items.Count, cancel);
        // The least known first; of those, in the text's order.
        var open = Enumerable.Range(0, items.Count).Where(i => boxes[i] < Known).OrderBy(i => (boxes[i], i)).ToList();
        if (open.Count == 0)
            return new(AnswerKind.Guidance, $"{before}You have answered every question rightly, twice. The certificate is on the web page, at /certificate.", [], [new("Score", "score"), new("Topics", "topics"), new("Help", "help")]) { IsPersonal = true };
        var next = open[passed % open.Count];
        var item = items[next];
        return new(AnswerKind.Guidance, $"{before}Question {next + 1} of {items.Count}. {item.Text}", [],
            [.. item.Options(next).Select((option, i) => new Choice(option, $"quiz {next + 1} {(char)('a' + i)}")), new("Score", "score"), new("Leave the quiz", "help")]) { IsPersonal = true };
    }

    static async Task<Answer> Mark(CommandContext said, List<Item> items, int number, int option, CancellationToken cancel)
    {
        if (number < 1 || number > items.Count)
            return await Ask(said.User, items, "", cancel);
        var item = items[number - 1];
        var options = item.Options(number - 1);
        var right = option < options.Count && options[option] == item.Right;
        var boxes = await Boxes(said.User, items.Count, cancel);
        boxes[number - 1] = right ? Math.Min(Known, boxes[number - 1] + 1) : 0;
        await said.User.SetAsync(Memory, string.Concat(boxes), cancel);
        if (right)
            return await Ask(said.User, items, "Right. ", cancel);
        var passage = said.Catalogue.Find(item.Passage)!;
        return new(AnswerKind.Answered, $"Not quite. It is “{item.Right}”:", [Quote.Around(passage, Math.Max(0, passage.Text.IndexOf(item.Right, StringComparison.OrdinalIgnoreCase)))],
            [new("Next question", "next question"), new("Score", "score"), new("Leave the quiz", "help")])
        { Confidence = 1, IsPersonal = true };
    }

    static async Task<Answer> Score(IUserState user, List<Item> items, CancellationToken cancel)
    {
        var boxes = await Boxes(user, items.Count, cancel);
        return new(AnswerKind.Guidance, $"You have answered {boxes.Count(b => b > 0)} of {items.Count} questions rightly, {boxes.Count(b => b >= Known)} of them twice.", [], [new("Go on", "quiz"), new("Tour", "tour"), new("Help", "help")]) { IsPersonal = true };
    }

    static async Task<int[]> Boxes(IUserState user, int count, CancellationToken cancel)
    {
        var kept = await user.GetAsync(Memory, cancel) ?? "";
        return [.. Enumerable.Range(0, count).Select(i => i < kept.Length && char.IsAsciiDigit(kept[i]) ? kept[i] - '0' : 0)];
    }

    sealed record Item(string Text, string Right, IReadOnlyList<string> Wrong, PassageId Passage)
    {
        /// <summary>All options; the right one stands at a place that the question's number decides.</summary>
        internal List<string> Options(int number)
        {
            List<string> options = [.. Wrong.Take(3)];
            options.Insert(number * 7 % (options.Count + 1), Right);
            return options;
        }
    }
}
