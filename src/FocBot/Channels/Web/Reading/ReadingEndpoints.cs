using Microsoft.AspNetCore.Http.HttpResults;

namespace FocBot.Channels.Web.Reading;

/// <summary>The statements to read; a citation opens here.</summary>
static class ReadingEndpoints
{
    internal static void MapReading(this WebApplication app)
    {
        app.MapStatementPage("", request => new RazorComponentResult<ReadingPage>(new { request.Statement }));
    }
}
