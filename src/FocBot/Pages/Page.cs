namespace FocBot.Pages;

/// <summary>The frame around every page.</summary>
static class Page
{
    internal static IResult Show(string title, Html body, int status = 200) => Results.Text(Frame(title, body).Markup, "text/html; charset=utf-8", statusCode: status);

    /// <summary>A piece of a page, for a script to put in its place.</summary>
    internal static IResult Piece(Html body) => Results.Text(body.Markup, "text/html; charset=utf-8");

    static Html Frame(string title, Html body) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <link rel="icon" href="{Assets.Address("icon.svg")}" type="image/svg+xml">
        <link rel="stylesheet" href="{Assets.Address("focbot.css")}">
        <script src="{Assets.Address("focbot.js")}" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top"><a class="brand" href="/">FocBot</a><nav aria-label="Main"><a href="/">Ask</a><a href="/statements">Read</a><a href="/topics">Topics</a><a href="/recommendations">Recommendations</a><a href="/glossary">Glossary</a><a href="/first-week">First week</a></nav></header>
        {body}
        </body>
        </html>
        """);
}
