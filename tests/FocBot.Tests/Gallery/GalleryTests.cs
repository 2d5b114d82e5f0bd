using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using FocBot.Channels;
using FocBot.Channels.Slack;
using FocBot.Cli;
using FocBot.Core;
using Spectre.Console;

namespace FocBot.Tests.Gallery;

/// <summary>What every command looks like in every channel, approved by a person: set APPROVE=1 to write the files anew, and read the difference.</summary>
public sealed class GalleryTests
{
    static readonly string[] Said =
    [
        "hi", "help", "about", "statement", "topics", "topic privacy", "topic surveilance",
            "recommendations", "recommendations for the private sector", "recommendation 4",
        "what must states do", "what should states merely consider", "references", "paragraph 25", "cite 25",
            "draft 25", "verify \"States should encourage firms to promote and practice good cyber hygiene.\"",
        "phrase \"cyber hygiene\"", "glossary", "what is OEWG", "tour", "tour 11",
            "first week", "quiz", "quiz 1 a", "quiz 1 b", "score", "move", "privacy", "forget me",
        "recommendation seven", "recommendation 12", "thanks", "are you an AI?", "how long is the statement", "cite", "why does the statement ban anonymity?",
        "Hoeveel landen zijn lid van de coalitie?", "facial recognition", "Is Germany a member of NATO?", "zzzz qqqq", "هل تستطيع الحكومات مراقبة الناس؟",
    ];

    static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    [Fact]
    public void The_terminal_shows_what_was_approved() => Approved("terminal", answer =>
    {
        var text = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 100;
        TerminalAnswer.Write(answer, to: console);
        return text.ToString().ReplaceLineEndings("\n");
    });

    [Fact]
    public void Slack_shows_what_was_approved() => Approved("slack", answer => BlockKitAnswer.MessageOf(answer, Absolute).ToJsonString(Readable));

    [Fact]
    public void Plain_text_shows_what_was_approved() => Approved("plain", answer => PlainAnswer.Of(answer, Absolute));

    static string Absolute(string path) => "https://foc.example.org" + path;

    static void Approved(string channel, Func<Answer, string> render)
    {
        var gallery = new StringBuilder();
        foreach (var said in Said)
            gallery.Append("=== ").Append(said).Append('\n').Append(render(ShippedContent.Reply(new(said)))).Append("\n\n");
        // Nobody who asks in one company's product is sent to another's.
        Assert.DoesNotContain(channel == "slack" ? "Teams" : "Slack", gallery.ToString(), StringComparison.Ordinal);
        var file = Path.Combine(Folder(), $"{channel}.approved.txt");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
            File.WriteAllText(file, gallery.ToString());
        Assert.Equal(File.ReadAllText(file), gallery.ToString());
    }

    static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
