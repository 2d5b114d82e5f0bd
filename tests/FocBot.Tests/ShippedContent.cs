using FocBot.Core;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Search;

namespace FocBot.Tests;

/// <summary>The real shelf and its index, opened once for all tests.</summary>
static class ShippedContent
{
    static readonly Lazy<(Catalogue Catalogue, Finder Finder, Bot Bot)> Opened = new(() =>
    {
        var catalogue = ContentFolder.Read(BotStartup.Folder);
        var finder = Finder.Open(catalogue, TestIndex.Folder);
        return (catalogue, finder, new(catalogue, finder));
    });

    internal static Catalogue Catalogue => Opened.Value.Catalogue;

    internal static Finder Finder => Opened.Value.Finder;

    internal static Bot Bot => Opened.Value.Bot;

    /// <summary>Answers as somebody of whom nothing is stored, unless the question says who asks.</summary>
    internal static Answer Reply(Question question) => Bot.Reply(question);

    internal static Statement Statement => Catalogue.Statements[0];

    internal static string File(string path) => Path.Combine(AppContext.BaseDirectory, path);
}
