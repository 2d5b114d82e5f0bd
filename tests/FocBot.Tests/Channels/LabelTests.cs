using System.Text.RegularExpressions;
using FocBot.Channels;
using FocBot.Channels.Slack;
using FocBot.Channels.Teams;
using FocBot.Core;

namespace FocBot.Tests.Channels;

/// <summary>What stands around quotations: in the asker's language, and no more often than it is needed.</summary>
public sealed class LabelTests
{
    static readonly string[] Own = [Labels.English.ShowParagraph, "View paragraph", "Show paragraph", Labels.English.Copy, Labels.English.CopyCitation,
        Labels.English.SeeAlso, Labels.English.Closest, "\"More\""];

    public static TheoryData<string> OtherLanguages => [.. ShippedContent.Catalogue.Languages.Select(l => l.Code).Where(code => code != "en")];

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Cards_and_blocks_have_their_labels_in_the_askers_language(string code)
    {
        var phrases = ShippedContent.Catalogue.Languages.Single(l => l.Code == code).Phrases;
        var all = ShippedContent.Reply(new(phrases["button.recommendations"]));
        // Sentences of long paragraphs, one of them beside the answer: every label is needed.
        var answer = all with { IsList = false, Excerpts = [.. all.Excerpts.Take(2).Select(e => new Excerpt(e.Passage, new(0, 20)))] };
        foreach (var rendered in (string[])[AnswerCard.From(answer, Absolute).ToJson(), AnswerCard.From(all, Absolute).ToJson(),
            Decoded(BlockKitAnswer.MessageOf(answer, Absolute).ToJsonString()), Decoded(BlockKitAnswer.MessageOf(all, Absolute).ToJsonString())])
        {
            Assert.All(Own, label => Assert.DoesNotContain(label, rendered, StringComparison.Ordinal));
            Assert.Contains(phrases["view-numbered"].Split('{')[0], rendered, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("recommendations")]
    [InlineData("topic privacy")]
    [InlineData("verify \"good cyber hygiene\"")]
    public void A_list_names_its_source_once_and_each_quotation_its_place(string said)
    {
        var answer = ShippedContent.Reply(new(said));
        var text = PlainAnswer.Of(answer, Absolute);
        Assert.Single(Regex.Matches(text, "Freedom Online Coalition, \"FOC Joint Statement"));
        Assert.All(answer.Excerpts, e => Assert.Contains($"\u201C{e.Text}\u201D\n{(answer.IsList ? e.Citation.Place : e.Citation.Text)}. Receipt", text,
            StringComparison.Ordinal));
        Assert.Single(Regex.Matches(text, Regex.Escape("(paragraph numbers are ours)")));
    }

    // The escapes of JSON as the letters that they stand for.
    static string Decoded(string json) => Regex.Unescape(json.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "/", StringComparison.Ordinal));

    static string Absolute(string path) => "https://foc.example.org" + path;
}
