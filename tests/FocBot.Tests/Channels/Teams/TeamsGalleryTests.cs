using System.Runtime.CompilerServices;
using System.Text;
using FocBot.Channels.Teams;
using FocBot.Core;
using FocBot.Core.Statements;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FocBot.Tests.Channels.Teams;

/// <summary>One message of each form, approved by a person: set APPROVE=1 to write the file again, and read the difference.</summary>
public sealed class TeamsGalleryTests
{
    static readonly FrontMatter Front = new("example", "A Statement on Examples", "The examples", "An Issuer", "AI", "May 2020", "en");

    static readonly Excerpt
        Long = Quote(1, "Before. The key sentence. After.", "The key sentence."),
        Short = Quote(2, "One sentence alone.", "One sentence alone."),
        Third = Quote(3, "First. Second.", "Second.");

    static readonly Choice Next = new("Topics", "topics");

    [Fact]
    public void Every_form_of_message_is_as_approved()
    {
        var gallery = new StringBuilder();
        Add("an answer", new(AnswerKind.Answered, "This is what it says:", [Long, Short], [Next]));
        Add("a list", new(AnswerKind.Answered, "It speaks of this in 2 places:", [Long, Third], [Next]) { IsList = true });
        var arabic = new Labels("ar", "انظر أيضا", "الأقرب", "افتح");
        Add("a silence, from right to left", new(AnswerKind.Silent, "لا يتحدث.", [Short], [Next]) { Labels = arabic });
        Add("guidance", new(AnswerKind.Guidance, "One line.\nAnother.", [], [Next]));
        Add("on a channel without cards", new(AnswerKind.Answered, "This is what it says:", [Long, Short], [Next]), "directline");
        var file = Path.Combine(Folder(), "teams.approved.txt");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
            File.WriteAllText(file, gallery.ToString());
        Assert.Equal(File.ReadAllText(file), gallery.ToString());

        void Add(string name, Answer answer, string channel = "msteams")
        {
            var asked = new Activity { ChannelId = channel, Conversation = new(id: "c") };
            var message = AnswerMessage.From(answer, asked, path => "https://foc.example.org" + path);
            gallery.Append("=== ").Append(name).Append('\n')
                .Append(Readable(JToken.Parse(JsonConvert.SerializeObject(message, ActivityJson.Settings)), "")).Append("\n\n");
        }
    }

    static Excerpt Quote(int number, string text, string key) =>
        new(new(new("example", number), PassageKind.Paragraph, text, "The issue", Front), new(text.IndexOf(key, StringComparison.Ordinal), key.Length));

    // What fits into a line is on one.
    static string Readable(JToken token, string indent)
    {
        const int line = 150;
        var flat = token.ToString(Formatting.None);
        if (flat.Length <= line || token is JValue)
            return flat;
        var deeper = indent + "  ";
        var parts = token is JObject item
            ? item.Properties().Select(property => $"{deeper}\"{property.Name}\": {Readable(property.Value, deeper)}")
            : token.Select(element => deeper + Readable(element, deeper));
        var (open, close) = token is JObject ? ('{', '}') : ('[', ']');
        return $"{open}\n{string.Join(",\n", parts)}\n{indent}{close}";
    }

    static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
