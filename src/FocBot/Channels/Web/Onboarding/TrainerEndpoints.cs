using System.Globalization;
using FocBot.Core;
using FocBot.Pages;
using FocBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Web.Onboarding;

/// <summary>The trainer's page, behind <c>Server:TrainerKey</c>: makes links to courses and shows how they go.</summary>
static class TrainerEndpoints
{
    internal static void MapTrainer(this WebApplication app)
    {
        var trainer = app.MapGroup("/trainer").ExcludeFromDescription();
        trainer.MapGet("", Page);
        trainer.MapPost("", OpenAsync).RequireRateLimiting(Limits.Questions);
        trainer.MapGet("/create", Create);
        trainer.MapGet("/courses/{token}", CourseAsync);
    }

    static IResult Page(HttpContext context, TrainerSession session, Bot bot, string? statement) =>
        !session.IsOffered ? PagesSetup.NotFound()
        : !session.IsOpen(context) ? new RazorComponentResult<TrainerKeyPage>()
        : new RazorComponentResult<TrainerPage>(new { bot.Catalogue.Statements, Chosen = bot.Catalogue.Find(statement ?? "") ?? bot.Catalogue.Statements[0] });

    static async Task<IResult> OpenAsync(HttpContext context, TrainerSession session, CancellationToken cancel)
    {
        if (!session.IsOffered)
            return PagesSetup.NotFound();
        var key = context.Request.HasFormContentType ? (await context.Request.ReadFormAsync(cancel))["key"].ToString() : "";
        return session.Begin(context, key)
            ? Results.Redirect("/trainer")
            : new RazorComponentResult<TrainerKeyPage>(new { IsWrong = true }) { StatusCode = StatusCodes.Status403Forbidden };
    }

    static IResult Create(HttpContext context, TrainerSession session, Bot bot, IOptions<ServerOptions> options, string? statement)
    {
        if (!session.IsOpen(context) || bot.Catalogue.Find(statement ?? "") is not { } chosen)
            return Results.Redirect("/trainer");
        var token = CourseLink.Create(chosen.Id, Numbers(context.Request.Query["stop"]), Numbers(context.Request.Query["question"]), options.Value.TrainerKey);
        return Results.Redirect($"/trainer/courses/{token}");
    }

    static async Task<IResult> CourseAsync(string token, HttpContext context, TrainerSession session,
        Bot bot, IOptions<ServerOptions> options, CourseCounts counts, CancellationToken cancel) =>
        !session.IsOpen(context) ? Results.Redirect("/trainer")
        : CourseLink.Read(token, bot.Catalogue, options.Value.TrainerKey) is not { } course ? PagesSetup.NotFound()
        : new RazorComponentResult<TrainerCoursePage>(new { Course = course, Statistics = await CourseStatistics.ReadAsync(counts, course, cancel) });

    static IEnumerable<int> Numbers(IEnumerable<string?> values) =>
        values.Select(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(n => n > 0).Distinct();
}
