using FocBot.Core.Content;
using FocBot.Core.Statements;

namespace FocBot.Tests.Content;

/// <summary>What a statement's file can hold, read from the three statements of the tests.</summary>
public sealed class StatementFormatTests : IDisposable
{
    readonly SmallLibrary library = new();

    Statement Lakes => library.Catalogue.Find("lakes-2024-connectivity")!;

    public void Dispose() => library.Dispose();

    [Fact]
    public void The_publishers_numbers_are_read_from_headings_paragraphs_items_and_braces() =>
        Assert.Equal(
            [
                null, "PP1", "PP2", "Article 1, para. 1", "Article 1, para. 2",
                    "Article 1, para. 2 (a)", "Article 1, para. 2 (a) (i)", "Article 1, para. 2 (a) (ii)",
                "Article 1, para. 2 (b)", "Article 2, 1st paragraph", "Article 2, 2nd paragraph", null, null, null, null, null,
            ],
            Lakes.Passages.Select(p => p.Label));

    [Fact]
    public void A_citation_uses_the_publishers_number_and_else_says_that_the_number_is_ours()
    {
        Assert.EndsWith("15 January 2024, Article 1, para. 2 (a)", Lakes.FindLabel("article 1(2)(a)")!.Citation.Text, StringComparison.Ordinal);
        Assert.EndsWith("(paragraph numbers are ours)", Lakes.Passages[^2].Citation.Text, StringComparison.Ordinal);
        Assert.Equal("/statements/lakes-2024-connectivity#6", Lakes.FindLabel("Article 1, para. 2 (a)")!.Citation.Address);
    }

    [Theory]
    [InlineData("pp2", 3)]
    [InlineData("Article 2", 10)]
    [InlineData("article 1 paragraph 2", 5)]
    [InlineData("ARTICLE 1(2)(a)(ii)", 8)]
    public void A_passage_is_found_by_the_publishers_number_in_any_spelling(string words, int number) =>
        Assert.Equal(number, Lakes.FindLabel(words)?.Id.Number);

    [Fact]
    public void A_number_before_the_words_is_no_sentence() =>
        Assert.Equal("1. Members shall keep public lines open during elections and emergencies.", Lakes.FindLabel("Article 1(1)")!.Sentences[0]
            .Of(Lakes.FindLabel("Article 1(1)")!.Text));

    [Fact]
    public void Items_inside_items_know_what_they_belong_to()
    {
        var inner = Lakes.FindLabel("Article 1 (2) (a) (i)")!;
        Assert.Equal((1, PassageKind.ListItem), (inner.Level, inner.Kind));
        Assert.Equal("Article 1, para. 2 (a)", library.Catalogue.Find(inner.Parent!.Value)!.Label);
        Assert.Equal("Article 1, para. 2", library.Catalogue.Find(Lakes.FindLabel("Article 1 (2) (a)")!.Parent!.Value)!.Label);
    }

    [Fact]
    public void Three_levels_of_headings_are_kept()
    {
        var row = Lakes.Passages.First(p => p.Kind == PassageKind.TableRow);
        Assert.Equal(["Part I: Commitments", "Article 2 – Cost", "The shares"], row.Headings);
        Assert.Equal("The shares", row.Section);
    }

    [Fact]
    public void Tables_quotations_and_footnotes_with_letters_are_passages_and_comments_are_none()
    {
        Assert.Equal(["Member | Share", "Great Lake | 60 %", "Small Lake | 40 %"], Lakes.Passages.Where(p => p.Kind == PassageKind.TableRow)
            .Select(p => p.Text));
        Assert.Equal("A library is a line to everybody who ever wrote.", Assert.Single(Lakes.Passages, p => p.Kind == PassageKind.Quotation).Text);
        var note = Assert.Single(Lakes.Passages, p => p.Kind == PassageKind.Footnote);
        Assert.Equal(("a", "Adopted in March 2019. The Assembly was an observer."), (note.Footnote, note.Text));
        Assert.DoesNotContain(Lakes.Passages, p => p.Text.Contains("LA/DEC", StringComparison.Ordinal));
    }

    [Fact]
    public void The_front_matter_tells_date_co_sponsors_status_and_what_it_replaces()
    {
        Assert.Equal(("15 January 2024", "2024-01-15"), (Lakes.Front.Date, Lakes.Front.Issued.ToString()));
        Assert.Equal(["Harbour Forum", "Union of Islands"], Lakes.Front.CoSponsors);
        Assert.Equal(("in force", "lakes-2011-telephony"), (Lakes.Front.Status, Assert.Single(Lakes.Front.Supersedes)));
        Assert.Empty(Lakes.Recommendations);
    }

    [Fact]
    public void Statements_sort_by_date_whatever_its_form() =>
        Assert.Equal(["2019-03", "2022-06-09", "2024-01-15"], library.Catalogue.Statements.Select(s => s.Front.Issued).Order().Select(d => d.ToString()));

    [Fact]
    public void A_translation_has_the_same_passages_under_the_same_numbers()
    {
        var statement = library.Catalogue.Find("harbour-2022-spyware")!;
        var french = Assert.Single(statement.Translations);
        Assert.True(french.IsOfficial);
        Assert.Equal(statement.Passages.Select(p => (p.Id, p.Kind, p.Recommendation)), french.Passages.Select(p => (p.Id, p.Kind, p.Recommendation)));
        Assert.Contains("Déclaration du Forum", french.Passages[0].Citation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_translation_that_lacks_a_passage_is_a_fault_that_names_it()
    {
        var file = library.FileOf("harbour-2022-spyware", "statement.fr.md");
        File.WriteAllLines(file, File.ReadAllLines(file).Where(l => !l.StartsWith("Une telle surveillance", StringComparison.Ordinal)));
        var fault = Assert.Single(Assert.Throws<ContentException>(() => ContentFolder.Read(library.Folder)).Faults);
        Assert.Equal("statements/harbour-2022-spyware/statement.fr.md", fault.File);
        Assert.Contains("4 passages, the statement 5", fault.Wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date: 9 June 2022", "date: last summer", 8)]
    [InlineData("language: en", "language: en\nrecommendations: No such heading", 10)]
    public void A_setting_that_cannot_be_used_is_a_fault_with_its_line(string was, string becomes, int line)
    {
        var file = library.FileOf("harbour-2022-spyware");
        File.WriteAllText(file, File.ReadAllText(file).Replace(was, becomes, StringComparison.Ordinal));
        Assert.Equal(line, Assert.Single(Assert.Throws<ContentException>(() => ContentFolder.Read(library.Folder)).Faults).Line);
    }

    [Fact]
    public void What_the_wording_file_says_is_checked_against_the_strengths_of_the_topics()
    {
        var path = library.FileOf("harbour-2022-spyware", "wording.txt");
        File.WriteAllText(path, "[starters]\nVendors => What should vendors do?\n[strengths]\nmust => what must vendors do\n[other]\n");
        var faults = Assert.Throws<ContentException>(() => ContentFolder.Read(library.Folder)).Faults;
        Assert.Equal([4, 5], faults.Select(f => f.Line).Order());
    }
}
