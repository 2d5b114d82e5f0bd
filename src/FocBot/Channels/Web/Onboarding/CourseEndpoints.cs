using System.Globalization;
using FocBot.Channels.Web.Chat;
using FocBot.Channels.Web.Study;
using FocBot.Core;
using FocBot.Core.Commands;
using FocBot.Core.Onboarding;
using FocBot.Core.Statements;
using FocBot.Pages;
using FocBot.Storage;
using FocBot.Turns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FocBot.Channels.Web.Onboarding;

/// <summary>For somebody new: the ten-minute course with its check and certificate, and the full quiz.</summary>
static class CourseEndpoints
{
    internal static void MapOnboarding(this WebApplication app)
    {
        app.MapCoursePage("", async request => new RazorComponentResult<CoursePage>(new { request.Course, Result = await BestAsync(request) }));
        app.MapCoursePost("", StartAsync);
        app.MapCoursePage("/summary", request => Page<SummaryPage>(new { request.Course }));
        app.MapCoursePage("/tour/{stop:int}", TourAsync);
        app.MapCoursePage("/recommendations", request => Page<ShortRecommendationsPage>(new { request.Course }));
        app.MapCoursePage("/post", request => Page<PostPage>(new { request.Course, Chosen = TopicsOf(request) }));
        app.MapCoursePage("/check", request => Page<CheckPage>(new { request.Course }));
        app.MapCoursePost("/check", CheckAsync);
        app.MapCoursePage("/certificate", CertificateAsync);
        app.MapCoursePage("/handout", request => Page<HandoutPage>(new { request.Course }));
        app.MapCoursePage("/handout.docx", request =>
            Task.FromResult<IResult?>(TypedResults.File(HandoutFile.Of(request.Course), WordFile.ContentType, $"{request.Course.Statement.Id}-handout.docx")));
        app.MapGet("/certificates/{code}", Certified).ExcludeFromDescription();
        app.MapGet("/statements/{id}/quiz", QuizAsync).RequireRateLimiting(Limits.Questions).ExcludeFromDescription();
        app.MapPost("/statements/{id}/quiz", QuizAsync).RequireRateLimiting(Limits.Questions).ExcludeFromDescription().Holds(ChatForm.LargestBody);
        app.MapChoice("/certificate", "Certificate", "/course/certificate");
        app.MapChoice("/first-week", "Your first week", "/course");
        app.MapChoice("/course", "Ten minutes for somebody new", "/course");
        app.MapChoice("/tour", "Tour", "/course/tour/1");
        app.MapChoice("/quiz", "Quiz", "/quiz");
    }

    static Task<IResult?> Page<T>(object parameters)
        where T : Microsoft.AspNetCore.Components.IComponent => Task.FromResult<IResult?>(new RazorComponentResult<T>(parameters));

    static async Task<IResult?> StartAsync(CourseRequest request)
    {
        await CourseStatistics.StartAsync(request, Counts(request));
        return Results.Redirect(request.Course.Steps is [var first, ..] ? first.Path : $"{request.Course.Address}/summary");
    }

    static CourseCounts Counts(CourseRequest request) => request.Http.RequestServices.GetRequiredService<CourseCounts>();

    static async Task<IResult?> TourAsync(CourseRequest request)
    {
        var number = int.Parse(request.Http.Request.RouteValues["stop"]!.ToString()!, CultureInfo.InvariantCulture);
        if (number < 1 || number > request.Course.Stops.Count)
            return null;
        if (request.Course.Token is null && number > 1)
            await TourProgress.WriteAsync(request.User, request.Course.Statement.Id, number, request.Cancel);
        return new RazorComponentResult<TourPage>(new { request.Course, Number = number });
    }

    static IReadOnlyList<Topic> TopicsOf(CourseRequest request)
    {
        var chosen = request.Http.Request.Query["topic"];
        return [.. request.Course.Statement.Study.Topics.Where(t => chosen.Contains(Slug.Of(t.Name)))];
    }

    static async Task<IResult?> CheckAsync(CourseRequest request)
    {
        var form = request.Http.Request.HasFormContentType ? await request.Http.Request.ReadFormAsync(request.Cancel) : FormCollection.Empty;
        var given = new Dictionary<int, string>();
        foreach (var question in request.Course.Questions)
        {
            if (int.TryParse(form[$"q{question.Number}"], NumberStyles.None, CultureInfo.InvariantCulture, out var option) && option < question.Options.Count)
                given[question.Number] = question.Options[option];
        }

        var result = new CheckResult(request.Course.Questions.Count(q => given.GetValueOrDefault(q.Number) == q.Right), request.Course.Questions.Count);
        if (result.All > 0)
            await result.WriteAsync(request.User, request.Course.Statement.Id, request.Cancel);
        await CourseStatistics.CheckAsync(request, Counts(request), given, result);
        return new RazorComponentResult<CheckResultPage>(new { request.Course, Result = result, Given = given });
    }

    static async Task<IResult?> CertificateAsync(CourseRequest request) => Certificate(request.Http, request.Course, await BestAsync(request),
        DateOnly.FromDateTime(request.Http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));

    // The certificate of somebody who passed the check in a chat.
    static IResult Certified(string code, HttpContext context, Bot bot, Certificates certificates) =>
        certificates.Read(code) is { } certificate && bot.Catalogue.Find(certificate.Statement) is { } statement
            ? Certificate(context, Course.Usual(statement), certificate.Result, certificate.Date)
            : PagesSetup.NotFound();

    static RazorComponentResult<CertificatePage> Certificate(HttpContext context, Course course, CheckResult? result, DateOnly date)
    {
        var name = context.Request.Query["name"].ToString().Trim();
        name = name[..Math.Min(CertificatePage.MostLetters, name.Length)];
        return new(new { Course = course, Result = result, Name = name, Date = date });
    }

    static Task<CheckResult?> BestAsync(CourseRequest request) => QuizProgress.BestAsync(
        request.Http.RequestServices.GetRequiredService<Bot>().Catalogue, request.User, request.Course.Statement.Id, request.Cancel);

    static async Task<IResult> QuizAsync(
        string id, HttpContext context, Bot bot, AnswerComposer composer, UserStates users, CancellationToken cancel)
    {
        if (bot.Catalogue.Find(id) is not { } statement)
            return PagesSetup.NotFound();
        var form = HttpMethods.IsPost(context.Request.Method) ? await ChatForm.ReadAsync(context.Request, cancel) : new(Said.Typed("quiz"), []);
        if (form.IsTooLong)
            return Results.Redirect(context.Request.Path);
        try
        {
            return await WebUser.ServeAsync(context, users, async user =>
            {
                var turn = await ChatEndpoints.AnswerAsync(composer, form.Latest, form.History, user, cancel);
                var (right, all) = await QuizProgress.OfAsync(statement, user, cancel);
                return new RazorComponentResult<QuizPage>(
                    new { Statement = statement, Turn = turn, History = form.All, Right = right, All = all });
            });
        }
        catch (TurnTooLongException)
        {
            return PagesSetup.Message("This took too long", AnswerComposer.TookTooLong, (context.Request.Path, "Back to the quiz"), 503);
        }
    }
}
