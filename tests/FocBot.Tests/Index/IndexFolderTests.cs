using FocBot.Core;
using FocBot.Core.Statements;
using FocBot.Search;

namespace FocBot.Tests.Index;

public sealed class IndexFolderTests : IDisposable
{
    // What a folder must bear doesn't depend on how many lines were learned from, and without them a build takes no time.
    static readonly Catalogue Bare = ShippedContent.Catalogue.WithoutLines();

    readonly string folder = Directory.CreateTempSubdirectory("focbot-index-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_first_start_builds_and_the_second_only_opens()
    {
        Assert.True(OpenAndAsk());
        Assert.False(OpenAndAsk());
    }

    [Fact]
    public void A_truncated_file_is_noticed_and_the_index_built_anew()
    {
        OpenAndAsk();
        foreach (var file in Files().Where(f => Path.GetFileName(f) != "seal"))
        {
            var bytes = File.ReadAllBytes(file);
            File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
            Assert.True(OpenAndAsk());
        }
    }

    [Fact]
    public void An_index_without_its_seal_is_built_anew()
    {
        OpenAndAsk();
        File.Delete(Files().Single(f => Path.GetFileName(f) == "seal"));
        Assert.True(OpenAndAsk());
    }

    [Fact]
    public void What_a_killed_build_left_behind_does_no_harm()
    {
        var left = Directory.CreateDirectory(Path.Combine(folder, "building-0123", "sentences")).FullName;
        File.WriteAllText(Path.Combine(left, "_0.cfs"), "half");
        Assert.True(OpenAndAsk());
        Assert.False(OpenAndAsk());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_leads_to_an_index_in_memory()
    {
        var file = Path.Combine(folder, "a-file");
        File.WriteAllText(file, "");
        using var finder = Finder.Open(Bare, Path.Combine(file, "below"));
        Assert.Null(finder.Index.Path);
        Assert.Equal(13, new Bot(Bare, finder).Reply(new("facial recognition")).Excerpts[0].Passage.Id.Number);
    }

    [Fact]
    public void A_good_index_is_built_again_when_that_is_asked_for()
    {
        OpenAndAsk();
        using (var finder = Finder.Open(Bare, folder, anew: true))
            Assert.True(finder.Index.WasBuilt);
        Assert.False(OpenAndAsk());
    }

    [Fact]
    public void Another_shelf_gets_another_index_and_the_old_one_goes()
    {
        OpenAndAsk();
        using var finder = Finder.Open(Bare.WithoutLines(), folder);
        Assert.True(finder.Index.WasBuilt);
        Assert.Single(Directory.GetDirectories(folder));
    }

    [Fact]
    public async Task Processes_that_start_together_do_not_hurt_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(OpenAndAsk)));
        Assert.False(OpenAndAsk());
    }

    bool OpenAndAsk()
    {
        using var finder = Finder.Open(Bare, folder);
        Assert.Equal(13, new Bot(Bare, finder).Reply(new("facial recognition")).Excerpts[0].Passage.Id.Number);
        return finder.Index.WasBuilt;
    }

    string[] Files() => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
}
