using System.Net;
using FocBot.Channels.Web;
using FocBot.Channels.Web.Onboarding;
using FocBot.Core;
using FocBot.Storage;
using FocBot.Tests.Storage;
using FocBot.Turns;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FocBot.Tests.Channels;

/// <summary>The privacy page says what happens: its times and numbers are those that the program keeps to, and what it says is not kept is not there.</summary>
/// <remarks>That rows go when they are said to go is tested where they are stored; that no log has a word of a question, by the canary.</remarks>
public sealed class PrivacyPageTests(RunningServer server) : IClassFixture<RunningServer>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Claims =>
    [
        $"your last {Question.MaxHistory} questions of a conversation, encrypted, for {Words(ConversationHistory.Lifetime)}",
        $"until it is answered, at most for {Words(DeliveryTurn.Lifetime)} or two where Teams or Slack cannot be reached",
        $"a keyed fingerprint of its delivery number for {Words(ExpiredRows.RepeatMemory)}",
        $"that it takes part in a thread, for {Words(Threads.Lifetime)} after the last message",
        $"goes {Words(WebUser.FirstVisit)} after the first visit, or {Words(WebUser.Kept)} after the last return",
        $"A code for taking it along is good for {Words(UserStates.CodeLifetime)}",
        $"below {Words(CourseStatistics.Fewest)} they are not shown",
    ];

    [Theory, MemberData(nameof(Claims))]
    public async Task Its_times_and_numbers_are_those_that_are_kept_to(string claim) =>
        Assert.Contains(claim, WebUtility.HtmlDecode(await server.Client.GetStringAsync(new Uri("/privacy", UriKind.Relative), Cancel)),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_conversation_on_the_web_stays_in_the_browser_and_a_cookie_comes_only_with_progress()
    {
        Assert.False((await SayAsync("What is encryption?")).Headers.Contains("Set-Cookie"));
        Assert.Equal(0, await CountAsync());
        Assert.True((await SayAsync("tour")).Headers.Contains("Set-Cookie"));
        Assert.NotEqual(0, await CountAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Progress_goes_a_day_after_the_first_visit_unless_its_visitor_comes_back(bool comesBack)
    {
        var time = new SteppedTime();
        await using var visited = new RunningServer { Services = services => services.AddSingleton<TimeProvider>(time) };
        await visited.InitializeAsync();
        await SayAsync("tour", visited);
        if (comesBack)
            await SayAsync("next", visited);
        time.Advance(WebUser.FirstVisit + TimeSpan.FromMinutes(1));
        await visited.Service<ExpiredRows>().DeleteAsync(Cancel);
        Assert.Equal(comesBack, await CountAsync(visited) > 0);
    }

    async Task<HttpResponseMessage> SayAsync(string question, RunningServer? to = null)
    {
        using var form = new FormUrlEncodedContent([new("question", question)]);
        return (await (to ?? server).Client.PostAsync(new Uri("/turn", UriKind.Relative), form, Cancel)).EnsureSuccessStatusCode();
    }

    // All that is stored of people, whichever table.
    async Task<long> CountAsync(RunningServer? of = null)
    {
        await using var connection = new SqliteConnection($"Data Source={(of ?? server).Storage}");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM histories) + (SELECT COUNT(*) FROM user_states) + (SELECT COUNT(*) FROM inbox) "
            + "+ (SELECT COUNT(*) FROM threads) + (SELECT COUNT(*) FROM one_time_codes)";
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    static string Words(int number) => number switch
    {
        5 => "five",
        _ => $"{number}",
    };

    static string Words(TimeSpan time) => time.TotalMinutes switch
    {
        10 => "ten minutes",
        30 => "half an hour",
        24 * 60 => "a day",
        7 * 24 * 60 => "a week",
        365 * 24 * 60 => "a year",
        _ => $"{time}",
    };
}
