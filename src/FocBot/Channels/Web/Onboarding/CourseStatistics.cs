using FocBot.Core.Onboarding;
using FocBot.Core.Users;
using FocBot.Storage;

namespace FocBot.Channels.Web.Onboarding;

/// <summary>Counts in a trainer's course: who begins, who finishes, which questions are hard. Each person counts once; few are not shown at all.</summary>
/// <param name="Starts">Null where they are fewer than <see cref="Fewest"/>.</param>
/// <param name="Finishes">Null where they are fewer than <see cref="Fewest"/>.</param>
/// <param name="Hardest">Questions with the share of wrong answers, the hardest first.</param>
public sealed record CourseStatistics(long? Starts, long? Finishes, IReadOnlyList<(BankQuestion Question, double Wrong)> Hardest)
{
    /// <summary>Fewer people than this could be told apart.</summary>
    public const int Fewest = 5;

    const int MostQuestions = 3;
    const string Started = "start", Finished = "finish", Checked = "check";

    internal static async Task<CourseStatistics> ReadAsync(CourseCounts counts, Course course, CancellationToken cancel)
    {
        var sums = await counts.ReadAsync(course.Token!, cancel);
        var hardest = course.Questions.Where(q => Sum(Answered(q)) >= Fewest)
            .Select(q => (Question: q, Wrong: (double)Sum(Missed(q)) / Sum(Answered(q)))).Where(q => q.Wrong > 0);
        return new(Shown(Sum(Started)), Shown(Sum(Finished)), [.. hardest.OrderByDescending(q => q.Wrong).Take(MostQuestions)]);

        long Sum(string happened) => sums.GetValueOrDefault(happened);
        static long? Shown(long sum) => sum >= Fewest ? sum : null;
    }

    /// <summary>Counts a start, once for each person.</summary>
    internal static async Task StartAsync(CourseRequest request, CourseCounts counts)
    {
        if (request.Course.Token is { } token && request.User is not AnonymousUser && await request.User.GetAsync(KeyOf(token), request.Cancel) is null)
        {
            await request.User.SetAsync(KeyOf(token), Started, request.Cancel);
            await counts.AddAsync(token, [Started], request.Cancel);
        }
    }

    /// <summary>Counts the first answers of a person, and the first result that is enough.</summary>
    internal static async Task CheckAsync(CourseRequest request, CourseCounts counts, IReadOnlyDictionary<int, string> given, CheckResult result)
    {
        if (request.Course.Token is not { } token || request.User is AnonymousUser)
            return;
        await StartAsync(request, counts);
        var before = await request.User.GetAsync(KeyOf(token), request.Cancel);
        var events = new List<string>();
        if (before == Started)
            events.AddRange(request.Course.Questions.SelectMany(q =>
                given.GetValueOrDefault(q.Number) == q.Right ? [Answered(q)] : new[] { Answered(q), Missed(q) }));
        if (before != Finished && result.IsPassed)
            events.Add(Finished);
        if (events.Count == 0)
            return;
        await request.User.SetAsync(KeyOf(token), result.IsPassed ? Finished : Checked, request.Cancel);
        await counts.AddAsync(token, events, request.Cancel);
    }

    static string Answered(BankQuestion question) => $"answered {question.Number}";

    static string Missed(BankQuestion question) => $"wrong {question.Number}";

    // The signature's first letters name the course well enough for one person.
    static string KeyOf(string token) => CourseProgress.KeyOf(token[(token.IndexOf('.', StringComparison.Ordinal) + 1)..][..8]);
}
