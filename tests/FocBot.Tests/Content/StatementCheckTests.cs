using FocBot.Content;

namespace FocBot.Tests.Content;

/// <summary>What <c>focbot statement check</c> tells a librarian to look at.</summary>
public sealed class StatementCheckTests : IDisposable
{
    const string Id = "coast-2021";

    readonly SmallLibrary library = new("harbour-2019-automation");

    public void Dispose() => library.Dispose();

    [Theory]
    [InlineData("One paragraph that was\nwrapped by hand.", "right below another")]
    [InlineData("One paragraph that was\n\nbroken by a page.", "begins small")]
    [InlineData("• Keep a light in every bay.", "begins with a bullet")]
    [InlineData("Keepers pass on every warning12 at once.", "footnote's mark")]
    [InlineData("| Bay | Lights |\n|---|---|\n| North | 3 |", "row of a table")]
    [InlineData("## Recommendations to keepers\n\nKeep a light. Keep a boat.", "Nothing under “Recommendations to keepers” is a recommendation")]
    [InlineData("Keep a light.", "There are no topics")]
    public void It_lists(string text, string finding) => Assert.Contains(Of(text), f => f.What.Contains(finding, StringComparison.Ordinal));

    [Fact]
    public void A_very_long_passage_is_listed() =>
        Assert.Contains(Of(string.Join(' ', Enumerable.Repeat("word", 301)) + "."), f => f.What.Contains("words", StringComparison.Ordinal));

    [Fact]
    public void A_list_with_its_dashes_is_in_order() =>
        Assert.DoesNotContain(Of("## Recommendations to keepers\n\n- Keep a light.\n- Keep a boat."), f => f.Where != "topics.yaml");

    List<Finding> Of(string text)
    {
        var file = library.FileOf(Id);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var recommendations = text.Contains("- ", StringComparison.Ordinal) ? "" : "recommendations: none\n";
        File.WriteAllText(file, $"---\nid: {Id}\ntitle: Coast\nshort-title: Coast\nissuer: Coast\nissuer-short: CO\ndate: 2021\nlanguage: en\n"
            + $"{recommendations}---\n\n# Coast\n\n{text}\n");
        return [.. StatementCheck.Of(library.Catalogue.Find(Id)!, File.ReadAllLines(file), library.Catalogue)];
    }
}
