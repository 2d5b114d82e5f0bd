using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using FocBot.Channels.Web.Onboarding;
using FocBot.Core.Onboarding;

namespace FocBot.Tests.Channels.Web;

/// <summary>Courses, their links and their handouts over HTTP.</summary>
public sealed class CourseTests(RunningServer server) : IClassFixture<RunningServer>
{
    const string Key = "a key for the tests alone";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_link_brings_back_what_was_chosen_and_only_with_its_own_key()
    {
        var token = CourseLink.Create(ShippedContent.Statement.Id, [2, 4, 99], [1, 5], Key);
        var course = CourseLink.Read(token, ShippedContent.Catalogue, Key)!;
        Assert.Equal([ShippedContent.Statement.Study.Tour[1], ShippedContent.Statement.Study.Tour[3]], course.Stops);
        Assert.Equal([1, 5], course.Questions.Select(q => q.Number));
        Assert.Null(CourseLink.Read(token, ShippedContent.Catalogue, "another key of the tests"));
        Assert.Null(CourseLink.Read(token, ShippedContent.Catalogue, ""));
        foreach (var other in (string[])["", ".", "a.b", "x" + token, token + "x", token[..^1], token.Replace('.', ' ')])
            Assert.Null(CourseLink.Read(other, ShippedContent.Catalogue, Key));
    }

    [Theory]
    [InlineData("/trainer")]
    [InlineData("/embed")]
    [InlineData("/embed.js")]
    public async Task Without_its_setting_there_is_no_such_page(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(path, Cancel)).StatusCode);

    [Theory]
    [InlineData("--Server:TrainerKey=short")]
    [InlineData("--Server:EmbedAncestors=https://a.example; script-src *")]
    [InlineData("--Server:EmbedAncestors=*")]
    public async Task A_faulty_setting_stops_the_start(string setting)
    {
        var faulty = new RunningServer { Settings = [setting] };
        var fault = await Assert.ThrowsAnyAsync<Exception>(async () => await faulty.InitializeAsync());
        Assert.Contains("Server:", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_handout_holds_stops_recommendations_questions_and_answers()
    {
        var bytes = await server.Client.GetByteArrayAsync($"/statements/{ShippedContent.Statement.Id}/course/handout.docx", Cancel);
        using var stream = new MemoryStream(bytes);
        using var file = WordprocessingDocument.Open(stream, isEditable: false);
        var text = file.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains("Who speaks", text, StringComparison.Ordinal);
        Assert.Contains("11. States should encourage private sector actors", text, StringComparison.Ordinal);
        Assert.Contains("☐", text, StringComparison.Ordinal);
        Assert.Contains("Answers", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trainer_sees_counts_from_five_people_on_and_each_counts_once()
    {
        await using var teaching = new RunningServer { Settings = [$"--Server:TrainerKey={Key}"] };
        await teaching.InitializeAsync();
        var course = $"/courses/{CourseLink.Create(ShippedContent.Statement.Id, [1], [1, 2], Key)}";
        for (var person = 1; person <= 4; person++)
            await Learn(teaching, course, "the wrong one");
        Assert.Equal(2, Regex.Count(await Counts(teaching, course), "fewer than 5"));
        await Learn(teaching, course, "the right ones");
        var counts = await Counts(teaching, course);
        Assert.Contains("<dt>Started</dt><dd>5</dd>", counts, StringComparison.Ordinal);
        Assert.Contains("<dt>Passed the check</dt><dd>fewer than 5</dd>", counts, StringComparison.Ordinal);
        Assert.Contains("80 % wrong at the first try", counts, StringComparison.Ordinal);
        Assert.DoesNotContain("100 % wrong", counts, StringComparison.Ordinal);
    }

    // One person, who begins twice and sends the check in twice: the first question wrongly or rightly, the second rightly.
    static async Task Learn(RunningServer teaching, string course, string first)
    {
        var (one, two) = (QuestionBank.Of(ShippedContent.Statement)[0], QuestionBank.Of(ShippedContent.Statement)[1]);
        using var browser = new HttpClient { BaseAddress = teaching.Client.BaseAddress };
        for (var time = 0; time < 2; time++)
        {
            using var nothing = new StringContent("");
            await browser.PostAsync(course, nothing, Cancel);
            using var answers = new FormUrlEncodedContent([new("q1", $"{one.Options.ToList().IndexOf(first == "the right ones" ? one.Right : one.Wrong[0])}"),
                new("q2", $"{two.Options.ToList().IndexOf(two.Right)}")]);
            await browser.PostAsync($"{course}/check", answers, Cancel);
        }
    }

    static async Task<string> Counts(RunningServer teaching, string course)
    {
        using var trainer = new HttpClient { BaseAddress = teaching.Client.BaseAddress };
        using var key = new FormUrlEncodedContent([new("key", Key)]);
        await trainer.PostAsync("/trainer", key, Cancel);
        return await trainer.GetStringAsync($"/trainer{course}", Cancel);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a wrong key of sixteen")]
    public async Task Without_the_key_a_course_shows_no_counts(string wrong)
    {
        await using var teaching = new RunningServer { Settings = [$"--Server:TrainerKey={Key}"] };
        await teaching.InitializeAsync();
        using var key = new FormUrlEncodedContent([new("key", wrong)]);
        Assert.Equal(HttpStatusCode.Forbidden, (await teaching.Client.PostAsync("/trainer", key, Cancel)).StatusCode);
        var page = await teaching.Client.GetStringAsync($"/trainer/courses/{CourseLink.Create(ShippedContent.Statement.Id, [1], [1], Key)}", Cancel);
        Assert.DoesNotContain("Started", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_nobody_filled_in_is_no_fault()
    {
        using var nothing = new StringContent("");
        var result = await (await server.Client.PostAsync($"/statements/{ShippedContent.Statement.Id}/course/check",
            nothing, Cancel)).Content.ReadAsStringAsync(Cancel);
        Assert.Contains("0 of 10 right", result, StringComparison.Ordinal);
    }
}
