using FocBot.Core;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Search.Searching;

namespace FocBot.Tests;

/// <summary>The real content and its index, opened once for all tests.</summary>
static class ShippedContent
{
    static readonly Lazy<Catalogue> Read = new(() => ContentFolder.Read(BotStartup.Folder));

    static readonly Lazy<Bot> Opened = new(() => Open(usesEncoder: true)), ByWords = new(() => Open(usesEncoder: false));

    internal static Catalogue Catalogue => Read.Value;

    internal static Bot Bot => Opened.Value;

    /// <summary>A bot that searches by words alone: for tests that ask thousands of questions.</summary>
    internal static Bot BotByWords => ByWords.Value;

    /// <summary>Answers as somebody of whom nothing is stored, unless the question says who asks.</summary>
    internal static Answer Reply(Question question) => Bot.Reply(question);

    internal static Statement Statement => Catalogue.Statements[0];

    internal static string File(string path) => Path.Combine(AppContext.BaseDirectory, path);

    static Bot Open(bool usesEncoder) => new(Catalogue, LuceneSearch.Open(Catalogue, TestIndex.Folder, usesEncoder));
}
