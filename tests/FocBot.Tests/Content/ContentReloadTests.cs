using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FocBot.Content;
using FocBot.Search.Searching;

namespace FocBot.Tests.Content;

/// <summary>Content that changes under a running server, seen over HTTP.</summary>
public sealed class ContentReloadTests : IAsyncLifetime
{
    readonly SmallLibrary library = new("harbour-2019-automation");
    RunningServer server = null!;

    public async ValueTask InitializeAsync()
    {
        // The test looks for changes itself.
        server = new()
        {
            Settings = [$"--Content:Folder={library.Folder}", "--Content:WatchSeconds=0", "--Search:Encoder=false",
            $"--Search:IndexFolder={Path.Combine(library.Folder, "../", Path.GetFileName(library.Folder) + "-index")}"]
        };
        await server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        library.Dispose();
        Directory.Delete(library.Folder + "-index", recursive: true);
    }

    [Fact]
    public async Task A_statement_that_is_added_is_answered_from_without_a_restart()
    {
        Assert.DoesNotContain("harbour-2022-spyware", await BestPassage("Should vendors publish every contract?"), StringComparison.Ordinal);

        library.Add("harbour-2022-spyware");
        Look(times: 2);

        Assert.StartsWith("harbour-2022-spyware#", await BestPassage("Should vendors publish every contract?"), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_statement_that_changed_is_indexed_and_the_index_before_is_closed()
    {
        var store = server.Service<ContentStore>();
        var before = store.Search;
        library.Add("harbour-2022-spyware");

        Assert.True(store.Reload().IsNew);

        Assert.Equal(["harbour-2022-spyware"], ((LuceneSearch)store.Search).Changes.Written);
        // The other statement, and the questions that none answers.
        Assert.Equal(2, ((LuceneSearch)store.Search).Changes.Unchanged);
        Assert.Throws<ObjectDisposedException>(() => before.Find(new("vendors", "vendors", "en")));
    }

    [Fact]
    public async Task A_faulty_change_is_refused_and_the_old_content_stays()
    {
        await File.AppendAllTextAsync(library.FileOf("harbour-2019-automation"), "\nA mark without a footnote.[^9]\n", TestContext.Current.CancellationToken);

        var change = server.Service<ContentStore>().Reload();

        Assert.Contains(change.Faults, f => f.Wrong.Contains("Footnote 9 is cited", StringComparison.Ordinal));
        Assert.StartsWith("harbour-2019-automation#", await BestPassage("Who publishes a register of automated systems?"), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_still_being_copied_are_left_alone_until_two_looks_see_the_same()
    {
        var watcher = server.Service<ContentWatcher>();
        watcher.Look();
        library.Add("harbour-2022-spyware");
        watcher.Look();
        library.Add("lakes-2024-connectivity");
        watcher.Look();
        Assert.Single(server.Service<ContentStore>().Bot.Catalogue.Statements);

        watcher.Look();
        Assert.Equal(3, server.Service<ContentStore>().Bot.Catalogue.Statements.Count);
    }

    void Look(int times)
    {
        for (var i = 0; i < times; i++)
            server.Service<ContentWatcher>().Look();
    }

    async Task<string> BestPassage(string question)
    {
        var response = await server.Client.PostAsJsonAsync("/api/answers", new { question });
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["excerpts"]?.AsArray().FirstOrDefault()?["passage"]?.ToString() ?? "";
    }
}
