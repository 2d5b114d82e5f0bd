using System.Globalization;
using System.Text.RegularExpressions;
using FocBot.Channels;

namespace FocBot.Evaluation;

/// <summary>The figures of a question set, in per cent.</summary>
sealed record Figures(int Questions, double Accuracy, double Hit1, double Hit3, double Key1, double List, double Refused,
    double Overrefused, double Verbatim, double Cited, double Statement, double Calibration, double Undecided)
{
    public IReadOnlyDictionary<string, (int Right, int All)> ByType { get; init; } = new Dictionary<string, (int, int)>();

    public IReadOnlyList<string> Misses { get; init; } = [];

    public IEnumerable<(string Name, double Value)> Rows =>
    [
        ("accuracy", Accuracy), ("hit1", Hit1), ("hit3", Hit3), ("key1", Key1), ("list", List),
        ("refused", Refused), ("overrefused", Overrefused), ("verbatim", Verbatim), ("cited", Cited),
        ("statement in the first 3", Statement), ("calibration error", Calibration), ("right between .2 and .6", Undecided),
    ];
}

/// <summary>Scores answers against known questions, by the rules of the quality set.</summary>
static partial class Scorer
{
    [GeneratedRegex(@"\[(?:\d+|[a-z])\]|[¹²³]")]
    private static partial Regex Marks();

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s*(?:\[…\]|…|\.\.\.)\s*")]
    private static partial Regex Omission();

    /// <summary>Scores each question's answer. <paramref name="sources"/> are the texts in which every quoted word must stand.</summary>
    internal static Figures Score(IReadOnlyList<KnownQuestion> questions, Func<KnownQuestion, MachineAnswer> answer, IReadOnlyList<string> sources)
    {
        var streams = sources.Select(s => $" {Words(s)} ").ToList();
        int answerable = 0, hit1 = 0, hit3 = 0, key1 = 0, refused = 0, overrefused = 0, excerpts = 0, verbatim = 0, cited = 0, right = 0, statement3 = 0;
        var calibration = new Calibration();
        var lists = new List<double>();
        var types = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        var misses = new List<string>();
        foreach (var question in questions)
        {
            var given = answer(question);
            excerpts += given.Excerpts.Count;
            verbatim += given.Excerpts.Count(e => IsVerbatim(e.Text, streams) && Holds(e.Text, e.Key));
            cited += given.Excerpts.Count(e => e.Citation.Length > 0);
            var ok = !given.Answered;
            if (!question.Answerable)
                refused += ok ? 1 : 0;
            else
            {
                answerable++;
                overrefused += ok ? 1 : 0;
                var hits = given.Answered ? given.Excerpts.Select(e => question.AnswerType.Any(w => Holds(e.Text, w))).ToList() : [];
                ok = hits.FirstOrDefault();
                statement3 += question.Statement is null
                    || given.Excerpts.Take(3).Any(e => e.Passage.StartsWith($"{question.Statement}#", StringComparison.Ordinal)) ? 1 : 0;
                hit1 += ok ? 1 : 0;
                hit3 += hits.Take(3).Any(h => h) ? 1 : 0;
                key1 += hits.Count > 0 && question.AnswerType.Any(w => Holds(given.Excerpts[0].Key, w) || Holds(w, given.Excerpts[0].Key)) ? 1 : 0;
                if (question.Need == "all")
                    lists.Add(given.Answered ? question.Gold.Count(g => given.Excerpts.Any(e => Holds(e.Text, g))) / (double)question.Gold.Count : 0);
            }

            right += ok ? 1 : 0;
            calibration.Add(given.Confidence, isRight: question.Answerable && ok, isDecidedRight: ok);
            var (was, all) = types.GetValueOrDefault(question.Type);
            types[question.Type] = (was + (ok ? 1 : 0), all + 1);
            if (!ok)
                misses.Add(string.Create(CultureInfo.InvariantCulture, $"{question.Id} {question.Type} ({given.Confidence:F2}): {question.Question} => "
                    + $"{(given.Answered ? given.Excerpts.Select(e => $"{e.Passage} {e.Key}").FirstOrDefault("-") : "(silent)")}"));
        }

        return new(questions.Count, Share(right, questions.Count), Share(hit1, answerable), Share(hit3, answerable), Share(key1, answerable),
            lists.Count == 0 ? 100 : Math.Round(100 * lists.Average(), 1), Share(refused, questions.Count - answerable), Share(overrefused, answerable),
                Share(verbatim, excerpts), Share(cited, excerpts), Share(statement3, answerable), calibration.Error, calibration.Undecided)
        {
            ByType = types,
            Misses = misses,
        };
    }

    /// <summary>The words of a text as one line: lower case, marks of footnotes left out.</summary>
    internal static string Words(string text)
    {
        var plain = Marks().Replace(text.ToLowerInvariant(), "");
        return string.Join(' ', Word().Matches(plain).Select(m => m.Value));
    }

    static bool IsVerbatim(string text, List<string> streams) =>
        Omission().Split(text).Select(Words).Where(p => p.Length > 0).All(part => streams.Any(s => s.Contains($" {part} ", StringComparison.Ordinal)));

    static bool Holds(string text, string fragment) => Words(text).Contains(Words(fragment), StringComparison.Ordinal);

    static double Share(int part, int all) => all == 0 ? 100 : Math.Round(100.0 * part / all, 1);
}
