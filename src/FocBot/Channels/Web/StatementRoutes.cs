using FocBot.Core;
using FocBot.Core.Statements;
using FocBot.Pages;

namespace FocBot.Channels.Web;

/// <summary>A request for a page of one statement.</summary>
sealed record StatementRequest(HttpContext Http, Catalogue Catalogue, Statement Statement)
{
    /// <summary>A part of the path; empty where the route has none of that name.</summary>
    internal string Part(string name) => Http.Request.RouteValues[name]?.ToString() ?? "";

    /// <summary>A value of the query; empty where there is none.</summary>
    internal string Query(string name) => Http.Request.Query[name].ToString();
}

/// <summary>Addresses of the pages that belong to one statement: <c>/statements/ID/...</c>.</summary>
static class StatementRoutes
{
    /// <summary>Maps a page; where it gives null, or the statement does not exist, the reader gets the page for addresses that lead nowhere.</summary>
    internal static void MapStatementPage(this IEndpointRouteBuilder app, string path, Func<StatementRequest, IResult?> page) =>
        app.MapStatementPage(path, request => Task.FromResult(page(request)));

    internal static void MapStatementPage(this IEndpointRouteBuilder app, string path, Func<StatementRequest, Task<IResult?>> page) =>
        app.MapGet($"/statements/{{id}}{path}", async (string id, HttpContext context, Bot bot) =>
            bot.Catalogue.Statements.FirstOrDefault(s => s.Id == id) is { } statement
                ? await page(new(context, bot.Catalogue, statement)) ?? PagesSetup.NotFound()
                : PagesSetup.NotFound()).ExcludeFromDescription();

    /// <summary>Maps an address without a statement: it leads to the page of the only statement, or lets the reader choose one.</summary>
    internal static void MapChoice(this IEndpointRouteBuilder app, string path, string title, string? target = null) =>
        app.MapGet(path, IResult (HttpRequest request, Bot bot) =>
            bot.Catalogue.Statements is [var only]
                ? TypedResults.LocalRedirect($"/statements/{only.Id}{target ?? path}{request.QueryString}")
                : new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<ChooseStatementPage>(
                    new { Title = title, Path = target ?? path, bot.Catalogue.Statements })).ExcludeFromDescription();

    /// <summary>The address of a passage on the reading page.</summary>
    internal static string AddressOf(PassageId id) => $"/statements/{id.Statement}#{id.Number}";
}
