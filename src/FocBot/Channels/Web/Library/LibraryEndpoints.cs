using FocBot.Core;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FocBot.Channels.Web.Library;

/// <summary>The pages about all statements: which there are, and what each says about a subject.</summary>
static class LibraryEndpoints
{
    internal static void MapLibrary(this WebApplication app)
    {
        app.MapGet("/statements", IResult (Bot bot, string? issuer, string? topic, string? year) =>
            new RazorComponentResult<LibraryPage>(new { bot.Catalogue.Statements, Filter = new LibraryFilter(issuer ?? "", topic ?? "", year ?? "") }))
                .ExcludeFromDescription();
        app.MapGet("/compare", IResult (Bot bot, string? about) =>
        {
            var words = (about ?? "").Trim();
            return new RazorComponentResult<ComparePage>(new { About = words, Compared = words.Length is 0 or > Question.MaxLength ? [] : bot.Compare(words) });
        }).RequireRateLimiting(Limits.Questions).ExcludeFromDescription();
    }
}
