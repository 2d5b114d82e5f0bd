using FocBot.Core;
using FocBot.Core.Statements;

namespace FocBot.Tests.Content;

/// <summary>Whatever a bot with several statements answers: what stands under the answer cites, opens and drafts the passages that it shows.</summary>
sealed class ShownPassages(Bot bot)
{
    static readonly string[] Verbs = ["cite", "draft", "paragraph"];

    internal void AreWhatEverythingSpeaksOf(string question, params string[] before)
    {
        var answer = Reply(question, before);
        var shown = answer.Excerpts.Select(e => e.Passage.Id).ToHashSet();
        Assert.All(answer.Excerpts, e => IsCitedOpenedAndDrafted(e, [.. before, question]));
        foreach (var choice in answer.Choices.Where(c => shown.Count > 0 && Verbs.Contains(c.Says.Split(' ')[0])))
        {
            var next = Reply(choice.Says, [.. before, question]);
            Assert.True(next.Excerpts.Count > 0, $"“{choice.Says}” under “{question}” shows no passage: {next.Lead}");
            // "Next" of a paragraph is the one behind it, by its id.
            Assert.All(next.Excerpts, e => Assert.True(shown.Contains(e.Passage.Id) || choice.Says == $"paragraph {e.Passage.Id}",
                $"“{choice.Says}” under “{question}” shows {e.Passage.Id}"));
        }

        foreach (var verb in Verbs.Where(_ => shown.Count > 0))
            Assert.Equal(answer.Excerpts[0].Passage.Id, Reply($"{verb} it", [.. before, question]).Excerpts[0].Passage.Id);
    }

    void IsCitedOpenedAndDrafted(Excerpt excerpt, string[] before)
    {
        var id = excerpt.Passage.Id;
        Assert.Equal($"/statements/{id.Statement}#{id.Number}", excerpt.Citation.Address);
        Assert.Contains(excerpt.Passage.Front.Title, excerpt.Citation.Text, StringComparison.Ordinal);
        Assert.Contains(excerpt.Text, TextsOf(id));
        foreach (var verb in Verbs)
        {
            var answer = Reply($"{verb} {id}", before);
            Assert.Equal(id, Assert.Single(answer.Excerpts).Passage.Id);
            Assert.Contains(answer.Excerpts[0].Text, TextsOf(id));
        }

        Assert.Contains(bot.Catalogue.Find(id)!.Front.Title, Reply($"cite {id}", before).Lead, StringComparison.Ordinal);
        Assert.Contains(bot.Catalogue.Find(id)!.Text, Reply($"draft {id}", before).Lead, StringComparison.Ordinal);
    }

    IEnumerable<string> TextsOf(PassageId id) =>
        bot.Catalogue.Find(id.Statement)!.Translations.Select(t => t.Passages[id.Number - 1].Text).Append(bot.Catalogue.Find(id)!.Text);

    Answer Reply(string words, params string[] history) => bot.Reply(new(words, history));
}
