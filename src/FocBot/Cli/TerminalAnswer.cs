using FocBot.Core;
using Spectre.Console;

namespace FocBot.Cli;

/// <summary>An answer in the terminal: colour where there is one, plain when redirected or under NO_COLOR.</summary>
static class TerminalAnswer
{
    internal static void Write(Answer answer, bool why = false, IAnsiConsole? to = null)
    {
        var console = to ?? AnsiConsole.Console;
        console.MarkupLine($"[bold]{Safe(answer.Lead)}[/]");
        if (answer.Kind == AnswerKind.Silent && answer.Excerpts.Count > 0)
            console.MarkupLine($"[yellow]{Safe(answer.Labels.Closest)}:[/]");
        for (var i = 0; i < answer.Excerpts.Count; i++)
        {
            if (i == answer.MainExcerpts.Count)
                console.MarkupLine($"\n[grey]{Safe(answer.Labels.SeeAlso)}:[/]");
            Write(console, answer.Excerpts[i], answer.ListSource is null ? answer.Excerpts[i].Citation.Text : answer.Excerpts[i].Citation.Place);
        }

        if (answer.ListSource is { } source)
            console.MarkupLine($"\n[grey]{Safe(source)}.[/]");
        if (answer.Page is { } page)
            console.MarkupLine($"\n[blue]{Safe($"{page.Label}: {ServerOptions.DefaultAddress}{page.Path}")}[/]");
        for (var i = 0; i < answer.Choices.Count; i++)
            console.MarkupLine($"{(i == 0 ? "\n" : "")}[grey]{i + 1}[/] {Safe(answer.Choices[i].Label)}");
        foreach (var reason in why ? answer.Why : [])
            console.MarkupLine($"[grey]why: {Safe(reason)}[/]");
    }

    static void Write(IAnsiConsole console, Excerpt excerpt, string citation)
    {
        var (text, key) = (excerpt.Text, excerpt.KeySpan);
        console.MarkupLine($"\n\u201C{Safe(text[..key.Start])}[bold green]{Safe(excerpt.Key)}[/]{Safe(text[key.End..])}\u201D");
        console.MarkupLine($"[grey]{Safe(citation)}. Receipt {excerpt.Passage.Receipt}[/]");
        console.MarkupLine($"[blue]{Safe(ServerOptions.DefaultAddress + excerpt.Citation.Address)}[/]");
    }

    // Control characters could steer the terminal: they become spaces. Line ends stay.
    static string Safe(string text) => Markup.Escape(new string([.. text.Select(c => char.IsControl(c) && c != '\n' ? ' ' : c)]));
}
