using FocBot.Core;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FocBot.Channels.Web.Reading;

/// <summary>The statements to read; a citation opens here.</summary>
static class ReadingEndpoints
{
    internal static void MapReading(this WebApplication app)
    {
        app.MapGet("/statements", IResult (Bot bot) => new RazorComponentResult<StatementsPage>(new { bot.Catalogue.Statements })).ExcludeFromDescription();
        app.MapStatementPage("", request => new RazorComponentResult<ReadingPage>(new { request.Statement }));
    }
}
