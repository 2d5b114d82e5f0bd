using System.Runtime.CompilerServices;
using System.Text;
using FocBot.Channels.Web.Chat;
using FocBot.Core;
using FocBot.Core.Statements;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FocBot.Tests.Channels.Web;

/// <summary>An answer of each form as markup, approved by a person: set APPROVE=1 to write the file again, and read the difference.</summary>
public sealed class WebGalleryTests
{
    static readonly FrontMatter Front = new("example", "A <Statement> & more", "The examples", "An Issuer", "AI", "May 2020", "en");

    static readonly Excerpt
        Long = Quote(1, "Before. The key sentence. After.", "The key sentence."),
        Short = Quote(2, "One sentence alone.", "One sentence alone."),
        Third = Quote(3, "First. Second.", "Second.");

    static readonly Choice Next = new("Topics", "topics");

    [Fact]
    public async Task Every_form_of_answer_is_as_approved()
    {
        var gallery = new StringBuilder();
        await Add("an answer with something to see also", new(AnswerKind.Answered, "This is what it says:", [Long, Short], [Next]));
        await Add("a list", new(AnswerKind.Answered, "It speaks of this in 2 places:", [Long, Third], []) { IsList = true });
        await Add("a silence, from right to left", new(AnswerKind.Silent, "لا يتحدث.", [Short], []) { Labels = new("ar", "انظر أيضا", "الأقرب", "افتح") });
        await Add("guidance", new(AnswerKind.Guidance, "One <b>line</b>.\nAnother.", [], [Next]));
        var file = Path.Combine(Folder(), "web.approved.txt");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
            await File.WriteAllTextAsync(file, gallery.ToString(), TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), gallery.ToString());

        async Task Add(string name, Answer answer) =>
            gallery.Append("=== ").Append(name).Append('\n').Append(await MarkupOf(new(new("quiz 1 b", "The second"), answer))).Append("\n\n");
    }

    static async Task<string> MarkupOf(ChatTurn turn)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string,
            object?>
        { ["Turn"] = turn, ["History"] = new[] { turn.Said }, ["IsNewest"] = true });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TurnView>(parameters)).ToHtmlString());
    }

    static Excerpt Quote(int number, string text, string key) =>
        new(new(new("example", number), PassageKind.Paragraph, text, "The issue", Front), new(text.IndexOf(key, StringComparison.Ordinal), key.Length));

    static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
