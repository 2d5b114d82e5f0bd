using FocBot.Core;
using FocBot.Core.Statements;
using FocBot.Search.Searching;

namespace FocBot.Tests.Index;

public sealed class IndexFolderTests : IDisposable
{
    readonly SmallStatements content = new("rivers-2021", "meals-2019");
    readonly string folder = Directory.CreateTempSubdirectory("focbot-index-").FullName;
    readonly Catalogue catalogue;

    public IndexFolderTests() => catalogue = content.Read();

    public void Dispose()
    {
        content.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_first_start_writes_and_the_second_only_opens()
    {
        Assert.Equal(3, OpenAndAsk());
        Assert.Equal(0, OpenAndAsk());
    }

    [Fact]
    public void A_truncated_index_is_noticed_and_written_again()
    {
        OpenAndAsk();
        foreach (var file in Files())
        {
            var bytes = File.ReadAllBytes(file);
            File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
        }

        Assert.Equal(3, OpenAndAsk());
    }

    [Fact]
    public void An_index_that_lost_a_file_is_written_again()
    {
        OpenAndAsk();
        File.Delete(Files().First(f => Path.GetFileName(f)[0] == '_'));
        Assert.Equal(3, OpenAndAsk());
    }

    [Fact]
    public void An_index_of_another_generation_goes()
    {
        var old = Directory.CreateDirectory(Path.Combine(folder, "lucene-0")).FullName;
        File.WriteAllText(Path.Combine(old, "_0.cfs"), "old");
        OpenAndAsk();
        Assert.Single(Directory.GetDirectories(folder));
        Assert.False(Directory.Exists(old));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_leads_to_an_index_in_memory()
    {
        var file = Path.Combine(folder, "a-file");
        File.WriteAllText(file, "");
        using var search = LuceneSearch.Open(catalogue, Path.Combine(file, "below"), usesEncoder: false);
        Assert.Null(search.IndexPath);
        Assert.Equal(2, Ask(search));
    }

    [Fact]
    public async Task Processes_that_start_together_write_once()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(OpenAndAsk)));
        Assert.Equal(3, written.Sum());
    }

    int OpenAndAsk()
    {
        using var search = LuceneSearch.Open(catalogue, folder, usesEncoder: false);
        Assert.Equal(2, Ask(search));
        return search.Changes.Written.Count;
    }

    int Ask(LuceneSearch search) => new Bot(catalogue, search).Reply(new("waste water of factories")).Excerpts[0].Passage.Id.Number;

    string[] Files() => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
}
