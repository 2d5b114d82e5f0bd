using System.Text.RegularExpressions;
using FocBot.Core.Statements;
using FocBot.Evaluation;

namespace FocBot.Tests.Statements;

public sealed partial class StatementTests
{
    static readonly string Source = File.ReadAllText(ShippedContent.File("Statements/source.txt"));

    [GeneratedRegex(@"<sup>\d</sup>")]
    private static partial Regex FootnoteMark();

    [Fact]
    public void Every_word_of_the_source_stands_in_the_statement_in_order_and_spelling()
    {
        // Page furniture: title and date stand twice, footnotes stand where the pages end, links carry their address.
        var text = Source[Source.LastIndexOf("February 2020", StringComparison.Ordinal)..];
        var first = Cut(text, "<sup>1</sup> <", "Free and Secure.", out text);
        var second = Cut(text, "<sup>2</sup> For", "securely, where the", out text);
        var third = Cut(text, "availability and integrity of services", "definition-of-stability-of-cyberspace/>", out text);
        var title = ShippedContent.Statement.Front.Title;
        var body = FootnoteMark().Replace(text, "").Replace("# " + title, "", StringComparison.Ordinal)
            .Replace("(http://www.freedomonlinecoalition.com)", "", StringComparison.Ordinal)
                .Replace("(https://twitter.com/FO_Coalition)", "", StringComparison.Ordinal);
        var expected = Exact($"{body} {first["<sup>1</sup>".Length..]} {second["<sup>2</sup>".Length..]} {third}");

        var sections = new HashSet<string>();
        var actual = Exact(string.Join('\n', ShippedContent.Statement.Passages.Select(p =>
            p.Section is { } section && sections.Add(section) ? section + "\n" + p.Text : p.Text)));

        Assert.Equal(expected, actual);
    }

    static string Cut(string text, string from, string to, out string rest)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        var end = text.IndexOf(to, start, StringComparison.Ordinal) + to.Length;
        rest = text[..start] + text[end..];
        return text[start..end];
    }

    static List<string> Exact(string text) => [.. WordOf().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex WordOf();

    [Fact]
    public void The_eleven_recommendations_are_one_list()
    {
        var numbers = ShippedContent.Statement.Recommendations.Select(r => (r.Recommendation, r.Id.Number)).ToList();
        Assert.Equal(Enumerable.Range(1, 11).Select(n => (n, 14 + n)), numbers);
    }

    [Fact]
    public void Both_footnotes_are_whole_and_hang_where_they_are_cited()
    {
        var notes = ShippedContent.Statement.Passages.Where(p => p.Kind == PassageKind.Footnote).ToList();
        Assert.Equal(["1", "2"], notes.Select(n => n.Footnote));
        Assert.EndsWith("Free and Secure.", notes[0].Text, StringComparison.Ordinal);
        Assert.Contains("resolved in a peaceful manner.", notes[1].Text, StringComparison.Ordinal);
        var marks = ShippedContent.Statement.Passages.SelectMany(p => p.FootnoteMarks.Select(m => p.Text[..m.Position])).ToList();
        Assert.EndsWith("adopted a statement", marks[0], StringComparison.Ordinal);
        Assert.EndsWith("stability in cyberspace,", marks[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_broken_by_the_page_end_is_joined() =>
        Assert.Contains(ShippedContent.Statement.Passages, p =>
            p.Text.Contains("emerging technologies that are trust-worthy whilst ensuring", StringComparison.Ordinal));

    [Fact]
    public void Sentences_cover_every_word_once()
    {
        foreach (var passage in ShippedContent.Statement.Passages)
            Assert.Equal(Scorer.Words(passage.Text),
                string.Join(' ', passage.Sentences.Select(s => Scorer.Words(s.Of(passage.Text))).Where(w => w.Length > 0)));
    }

    [Fact]
    public void Every_passage_is_asked_for_in_at_least_forty_ways()
    {
        var lines = ShippedContent.Statement.Lines.Where(l => l.Language == "en" && l.Passages.Count > 0).CountBy(l => l.Passages[0]).ToDictionary();
        Assert.All(ShippedContent.Statement.Passages, p =>
            Assert.True(lines.GetValueOrDefault(p.Id) >= 40, $"{p.Id} has {lines.GetValueOrDefault(p.Id)} lines"));
    }
}
