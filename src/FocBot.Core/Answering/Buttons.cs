using System.Collections.Frozen;
using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>What is offered under answers. A label may be typed as well: <see cref="Says"/> tells what it stands for where nothing else is known.</summary>
static class Buttons
{
    /// <summary>The key of a label in the languages' files, and what it says.</summary>
    internal static FrozenDictionary<string, string> Says { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["button.help"] = "help",
        ["button.topics"] = "topics",
        ["button.recommendations"] = "recommendations",
        ["button.statement"] = "statement",
        ["button.statements"] = "statements",
        ["button.about"] = "about",
        ["button.glossary"] = "glossary",
        ["button.tour"] = "tour",
        ["button.continue-tour"] = "continue tour",
        ["button.leave-tour"] = "stop",
        ["button.quiz"] = "quiz",
        ["button.check"] = "check",
        ["button.try-again"] = "check",
        ["button.next-question"] = "next question",
        ["button.skip"] = "skip",
        ["button.hint"] = "hint",
        ["button.leave-quiz"] = "stop",
        ["button.score"] = "score",
        ["button.certificate"] = "certificate",
        ["button.week"] = "first week",
        ["button.obligations"] = "what should states do",
        ["button.next"] = "next",
        ["button.back"] = "back",
        ["button.more"] = "tell me more",
        ["button.cite"] = "cite it",
        ["button.draft"] = "draft it",
        ["button.read-on"] = "paragraph it",
        ["button.on-it"] = "recommendations on it",
        ["button.forget"] = "forget me",
        ["button.privacy"] = "privacy",
        ["button.summary"] = "summary",
        ["button.use-all"] = "use all",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A button that says what its key stands for.</summary>
    internal static Choice Of(Wording say, string name) => new(say[$"button.{name}"], Says[$"button.{name}"]);

    /// <summary>A button that says something of its own.</summary>
    internal static Choice Of(Wording say, string name, string says) => new(say[$"button.{name}"], says);

    internal static Choice Cite(Wording say, Passage passage) => Of(say, "cite", $"cite {passage.Id}");

    internal static Choice Draft(Wording say, Passage passage) => Of(say, "draft", $"draft {passage.Id}");

    internal static Choice Read(Wording say, Passage passage) => Of(say, "read-on", $"paragraph {passage.Id}");
}
