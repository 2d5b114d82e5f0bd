using System.Runtime.CompilerServices;
using FocBot.Channels;
using FocBot.Content;

namespace FocBot.Checks;

/// <summary>The statements and their index. Faulty content stops the start before this is asked.</summary>
sealed class ContentCheck(ContentStore content, IConfiguration settings) : IHealthCheck
{
    public async IAsyncEnumerable<Check> CheckAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask;
        var statements = content.Bot.Catalogue.Statements;
        yield return new(true, $"Content: {statements.Count} statement(s), {statements.Sum(s => s.Passages.Count)} passages, from {content.Folder}.");
        var folder = BotStartup.IndexFolderOf(settings);
        yield return BotStartup.HasIndex(folder, content.Bot.Catalogue)
            ? new(true, $"Index: {folder}.")
            : new(null, "Index: in memory; every start builds it anew, which takes some seconds.",
                $"Let the program write to {folder}, or set Search:IndexFolder to a folder where it may.");
    }
}
