using FocBot.Core;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Search.Searching;

namespace FocBot.Tests;

/// <summary>The real content and its index, opened once for all tests.</summary>
static class ShippedContent
{
    static readonly Lazy<(Catalogue Catalogue, LuceneSearch Search, Bot Bot)> Opened = new(() => Open(usesEncoder: true));

    static readonly Lazy<(Catalogue Catalogue, LuceneSearch Search, Bot Bot)> ByWords = new(() => Open(usesEncoder: false));

    internal static Catalogue Catalogue => Opened.Value.Catalogue;

    internal static Bot Bot => Opened.Value.Bot;

    /// <summary>A bot that searches by words alone: for tests that ask thousands of questions.</summary>
    internal static Bot BotByWords => ByWords.Value.Bot;

    /// <summary>Answers as somebody of whom nothing is stored, unless the question says who asks.</summary>
    internal static Answer Reply(Question question) => Bot.Reply(question);

    internal static Statement Statement => Catalogue.Statements[0];

    internal static string File(string path) => Path.Combine(AppContext.BaseDirectory, path);

    static (Catalogue, LuceneSearch, Bot) Open(bool usesEncoder)
    {
        var catalogue = ContentFolder.Read(BotStartup.Folder);
        var search = LuceneSearch.Open(catalogue, TestIndex.Folder, usesEncoder);
        return (catalogue, search, new(catalogue, search));
    }
}
