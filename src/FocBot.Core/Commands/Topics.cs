using System.Text.RegularExpressions;
using FocBot.Core.Answering;
using FocBot.Core.Statements;

namespace FocBot.Core.Commands;

/// <summary>The subjects that the statements speak of.</summary>
sealed partial class Topics : ICommand
{
    const int Shown = 24;

    public string Example => "topics";

    [GeneratedRegex(@"^(?:topics?|subject)\s*[: ]\s*(?:on |about )?(?<name>.+)$")]
    private static partial Regex Asked();

    public async ValueTask<Answer?> RunAsync(CommandContext said, CancellationToken cancel)
    {
        if (said.Words == "topics")
            return All(said);
        if (said.Words == "topic")
            return said.Guide(said.Say["usage.topic"], Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "help"));
        if (Asked().Match(said.Words) is { Success: true } asked)
            return await OneAsync(said, asked.Groups["name"].Value, cancel);
        // A question for a topic by its name, where the search is not sure.
        return LookUpReader.Read(said.Words) is { } sought && TopicResolver.Named(said, sought) is { Topic: { } known } && known.IsCalled(sought)
            && said.Search(said.Typed).Kind != AnswerKind.Answered ? await OneAsync(said, sought, cancel) : null;
    }

    static Answer All(CommandContext said)
    {
        var having = said.Scope.Statements.Where(s => s.Study.Topics.Count > 0).ToList();
        var topics = having.SelectMany(s => s.Study.Topics).DistinctBy(t => t.Name).ToList();
        if (topics.Count == 0)
            return said.Guide(said.Say["topics-none"], Buttons.Of(said.Say, "summary"), Buttons.Of(said.Say, "help"));
        var lead = said.Say.Of(having.Count > 1 ? "topics-all" : "topics", ("count", topics.Count), ("names", string.Join("; ", topics.Select(t => t.Name))));
        return said.Guide(having is [var only] ? said.Named(lead, only) : lead,
            [.. topics.Take(Shown).Select(ChoiceOf), Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "help")]);
    }

    // "topic 3": the third of the list.
    static async ValueTask<Answer> OneAsync(CommandContext said, string words, CancellationToken cancel)
    {
        var topics = said.Scope.Statements.SelectMany(s => s.Study.Topics).ToList();
        if (NumberParser.Read(words, said.Phrases.Nouns) is { Kind: NumberedKind.Unsaid, Numbers: [var number] } && number >= 1 && number <= topics.Count)
            words = topics[number - 1].Name;
        if (words is "it" or "that" or "this" && await said.LastAnswerAsync(cancel) is { Excerpts: [var first, ..] })
            words = topics.Find(t => t.Passages.Contains(first.Passage.Id))?.Name ?? words;
        if (TopicResolver.Resolve(said, words) is not { } found)
            return said.Silent(said.Say.Of("topic-none", ("topic", words)), Buttons.Of(said.Say, "topics"),
                Buttons.Of(said.Say, "recommendations"), Buttons.Of(said.Say, "help"));
        List<Choice> choices = [Buttons.Of(said.Say, "topics"), Buttons.Of(said.Say, "draft", $"draft {found.Name}"), Buttons.Of(said.Say, "help")];
        if (found.Passages.Any(p => p.Kind == PassageKind.Recommendation))
            choices.Insert(0, Buttons.Of(said.Say, "on-it", $"recommendations on {found.Name}"));
        var lead = found.Topic is not { } topic ? said.Say.Of("topic-searched", ("topic", words))
            : Uses(found, words) ? said.Say.Of("topic", ("topic", topic.Name))
            : said.Say.Of("topic-other-words", ("words", words), ("topic", topic.Name));
        return said.Show(lead, found.Passages.Select(Quote.Of), choices);
    }

    // A word of the name or of the text; a slip of the finger is neither, and told by the name.
    static bool Uses(ResolvedTopic found, string words) => !found.Topic!.Also.Contains(words)
        || Mentions.Holds(found.Topic.Name, words) || found.Passages.Any(p => Mentions.Holds(p.Text, words));

    static Choice ChoiceOf(Topic topic) => new(topic.Name, $"topic {topic.Name.ToLowerInvariant()}");
}
