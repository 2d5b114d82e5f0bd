using System.Text.RegularExpressions;
using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Core.Commands;
using FocBot.Core.Statements;

namespace FocBot.Tests.Commands;

/// <summary>What the bot says of itself can be said to it, in every language that it reads.</summary>
public sealed partial class WordingTests
{
    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Place();

    static AskerLanguage English => ShippedContent.Catalogue.Languages.Single(l => l.Code == "en");

    public static TheoryData<string> OtherLanguages => [.. ShippedContent.Catalogue.Languages.Select(l => l.Code).Where(code => code != "en")];

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Every_language_has_the_buttons_and_the_places_of_each_phrase(string code)
    {
        var phrases = ShippedContent.Catalogue.Languages.Single(l => l.Code == code).Phrases;
        Assert.All(Buttons.Says.Keys, key => Assert.Contains(key, phrases.Keys));
        Assert.All(CommandList.Named, command => Assert.Contains(command.PurposeKey!, phrases.Keys));
        Assert.All((string[])["view-numbered", "show-numbered", "copy-cited", "copy-citation", "show-more", "share",
            "good-answer", "bad-answer", "your-question", "ask", "close", "button.read-on", "certificate-page"], key =>
            Assert.NotEqual(English.Phrases[key], phrases[key]));
        Assert.All(phrases.Where(p => English.Phrases.ContainsKey(p.Key)), p => Assert.Equal(
            Place().Matches(English.Phrases[p.Key]).Select(m => m.Value).Order(), Place().Matches(p.Value).Select(m => m.Value).Order()));
    }

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void A_label_typed_in_another_language_is_answered_in_it(string code)
    {
        var label = ShippedContent.Catalogue.Languages.Single(l => l.Code == code).Phrases["button.recommendations"];
        var answer = ShippedContent.Reply(new(label));
        Assert.Equal(11, answer.Excerpts.Count);
        Assert.Equal(code, answer.Labels.Language);
        Assert.Equal(code, ShippedContent.Reply(new("help", [label])).Labels.Language);
    }

    [Fact]
    public void Whatever_stands_on_a_button_or_in_help_can_be_typed()
    {
        var offered = new Queue<(string Says, string Label, string Before)>(ShippedContent.Bot.Starters().Select(c => (c.Says, c.Label, "hi")));
        foreach (var command in CommandList.Named)
            offered.Enqueue((command.Example!, command.Example!, "help"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (offered.TryDequeue(out var next))
        {
            if (!seen.Add(next.Label))
                continue;
            var typed = ShippedContent.Reply(new(next.Label, [next.Before]));
            // The quotation of the example stands nowhere, and is told so.
            Assert.True(typed.Kind is AnswerKind.Answered or AnswerKind.Guidance
                || next.Label.Contains('"', StringComparison.Ordinal), $"'{next.Label}' stands on a button, but is answered: {typed.Lead}");
            if (seen.Count < 150)
            {
                foreach (var choice in ShippedContent.Reply(new(next.Says)).Choices)
                    offered.Enqueue((choice.Says, choice.Label, next.Says));
            }
        }
    }
}
