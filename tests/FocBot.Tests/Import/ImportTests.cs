using System.Text;
using FocBot.Content;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Import;

namespace FocBot.Tests.Import;

/// <summary>The same charter as PDF, web page, Word file and Markdown becomes the same statement.</summary>
public sealed class ImportTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("focbot-import-").FullName;

    public static TheoryData<string> Formats => new("pdf", "html", "docx", "md");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_word_is_lost_and_none_stands_twice(string format)
    {
        var report = WordReport.Of(Read(format));
        Assert.Empty(report.Lost);
        Assert.Empty(report.Doubled);
        Assert.True(report.Taken > 100, $"{report.Taken} words");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Paragraphs_lists_tables_and_footnotes_come_out_whole(string format)
    {
        var statement = Add(Read(format));
        // Word and web pages count their numbered paragraphs themselves: there the number is the passage's label, not among its words.
        var expected = format is "pdf" or "md" ? Lighthouse.Passages
            : [.. Lighthouse.Passages.Select(p => p.StartsWith("1. ", StringComparison.Ordinal) || p.StartsWith("2. ", StringComparison.Ordinal) ? p[3..] : p)];
        Assert.Equal(expected, statement.Passages.Select(p => p.Text));
        Assert.Equal(["para. 1", "para. 2"], statement.Passages.Select(p => p.Label).OfType<string>());
        Assert.Equal([0, 1, 1, 0], statement.Passages.Where(p => p.Kind == PassageKind.ListItem).Select(p => p.Level));
        Assert.Equal(["The light", "Duties", "Signals"], statement.Passages.Select(p => p.Section).OfType<string>().Distinct());
        Assert.Equal(Lighthouse.Title, statement.Front.Title);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Footnotes_hang_where_they_are_cited(string format)
    {
        var cited = Add(Read(format)).Passages.SelectMany(p => p.FootnoteMarks.Select(m => (m.Footnote, Before: p.Text[..m.Position])));
        Assert.Equal([("1", "Whoever keeps a light keeps it for all ships alike,"),
            ("2", "A message that warns of a storm is free of charge: the multi-stakeholder council has said so.")], cited);
    }

    [Theory]
    [InlineData("pdf", "Page 1 of 2")]
    [InlineData("pdf", Lighthouse.Head)]
    [InlineData("docx", Lighthouse.Head)]
    [InlineData("html", "Home")]
    public void What_belongs_to_the_page_is_left_out_and_reported(string format, string furniture)
    {
        var text = Read(format);
        Assert.Contains(text.Dropped, d => d.Contains(furniture, StringComparison.Ordinal));
        Assert.DoesNotContain(text.Blocks, b => b.Plain.Contains(furniture, StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_cut_at_a_line_end_is_joined_and_a_compound_keeps_its_hyphen()
    {
        var text = Read("pdf");
        Assert.Equal([("re", "ceive"), ("pre", "sence")], text.Healed);
        Assert.Contains(text.Blocks, b => b.Plain.Contains("multi-stakeholder", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_that_the_reader_drops_is_told_by_the_report()
    {
        var text = Read("html");
        var report = WordReport.Of(text with { Blocks = [.. text.Blocks.Skip(3), text.Blocks[^1]] });
        Assert.Contains("Whoever", report.Lost);
        Assert.Contains("Harbour", report.Doubled);
    }

    [Fact]
    public void What_the_file_cannot_say_is_asked_for_by_the_names_of_the_options()
    {
        var fault = Assert.Throws<FormatException>(() =>
            new StatementAdd(folder, new Dictionary<string, string>(), ask: null).Add(Read("html"), replaces: false));
        Assert.Contains("--issuer", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--date", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("--title", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_is_replaced_only_where_that_is_said()
    {
        Add(Read("html"));
        Assert.Contains("--replace", Assert.Throws<FormatException>(() => Add(Read("html"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("docx")]
    public void A_file_of_another_format_is_refused_with_what_to_do(string format) =>
        Assert.Throws<InvalidDataException>(() => DocumentImport.Read(format, "no such file"u8.ToArray()));

    Statement Add(ImportedText text)
    {
        var statement = new StatementAdd(folder, new Dictionary<string, string> { ["issuer"] = "Lighthouse Council", ["date"] = "2021-05" }, ask: null)
            .Add(text, replaces: false);
        return Assert.Single(ContentFolder.Read(folder).Statements, s => s.Id == statement.Id);
    }

    static ImportedText Read(string format) => DocumentImport.Read(format, format switch
    {
        "pdf" => PdfPages.Charter(),
        "docx" => WordFiles.Charter(),
        _ => Encoding.UTF8.GetBytes(File.ReadAllText(ShippedContent.File($"Import/charter.{format}"))),
    });
}
