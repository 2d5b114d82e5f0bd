using Microsoft.AspNetCore.Http.HttpResults;

namespace FocBot.Pages;

/// <summary>What all pages share: rendering on the server, style and scripts, privacy, terms, and the page for addresses that lead nowhere.</summary>
static class PagesSetup
{
    internal static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<SiteAddress>();
        services.AddHttpContextAccessor();
    }

    internal static void MapPages(this WebApplication app)
    {
        app.MapAssets();
        app.MapGet("/privacy", IResult () => new RazorComponentResult<PrivacyPage>()).ExcludeFromDescription();
        app.MapGet("/terms", IResult () => new RazorComponentResult<TermsPage>()).ExcludeFromDescription();
    }

    /// <summary>Where nothing answered: a page for people, problem details for programs.</summary>
    internal static void UseNotFoundPage(this WebApplication app) => app.UseStatusCodePages(async codes =>
    {
        var context = codes.HttpContext;
        if (context.Response.StatusCode == StatusCodes.Status404NotFound && context.Request.WantsPage())
            await NotFound().ExecuteAsync(context);
        else
            await TypedResults.Problem(statusCode: context.Response.StatusCode).ExecuteAsync(context);
    });

    internal static RazorComponentResult<NotFoundPage> NotFound() => new() { StatusCode = StatusCodes.Status404NotFound };

    /// <summary>A page of a few words with one link to go on.</summary>
    internal static RazorComponentResult<MessagePage> Message(string title, string text, (string Address, string Label) link, int status) =>
        new(new { Title = title, Text = text, link.Address, Link = link.Label }) { StatusCode = status };

    static bool WantsPage(this HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
