using FocBot.Core;
using FocBot.Core.Users;
using FocBot.Pages;
using FocBot.Storage;
using Microsoft.Extensions.Options;

namespace FocBot.Channels.Web.Onboarding;

/// <summary>A request for a page of a course, and who makes it.</summary>
sealed record CourseRequest(HttpContext Http, Course Course, IUserState User)
{
    internal CancellationToken Cancel => Http.RequestAborted;
}

/// <summary>Every page of a course has two addresses: below its statement for the usual one, below its token for a trainer's.</summary>
static class CourseRoutes
{
    internal static void MapCoursePage(this IEndpointRouteBuilder app, string path, Func<CourseRequest, Task<IResult?>> page) =>
        Map(app, HttpMethods.Get, path, page);

    internal static void MapCoursePost(this IEndpointRouteBuilder app, string path, Func<CourseRequest, Task<IResult?>> act) =>
        Map(app, HttpMethods.Post, path, act);

    static void Map(IEndpointRouteBuilder app, string method, string path, Func<CourseRequest, Task<IResult?>> page)
    {
        foreach (var start in (string[])["/statements/{id}/course", "/courses/{token}"])
        {
            var endpoint = app.MapMethods(start + path, [method], async (HttpContext context, Bot bot, UserStates users, IOptions<ServerOptions> options) =>
                    Find(context.Request.RouteValues, bot, options.Value) is { } course
                        ? await WebUser.ServeAsync(context, users, user => page(new(context, course, user))) ?? PagesSetup.NotFound()
                        : PagesSetup.NotFound()).ExcludeFromDescription();
            if (method == HttpMethods.Post)
                endpoint.RequireRateLimiting(Limits.Questions);
        }
    }

    static Course? Find(RouteValueDictionary route, Bot bot, ServerOptions options) =>
        route["token"] is string token ? CourseLink.Read(token, bot.Catalogue, options.TrainerKey)
        : bot.Catalogue.Find(route["id"] as string ?? "") is { } statement ? Course.Usual(statement)
        : null;
}
