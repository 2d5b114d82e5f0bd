using CsCheck;

namespace FocBot.Tests.Commands;

/// <summary>A quotation is certified only where every word stands so.</summary>
public sealed class QuotationVerifierTests
{
    static readonly string[] Foreign = ["not", "never", "hardly", "NOT", "<never>", "{{not}}", "never=ever", "[not]", "un-", "zebra", "*no*", "0", "must"];

    static readonly List<string> Quotable = [.. ShippedContent.Statement.Passages.SelectMany(p => p.Sentences.Select(s => s.Of(p.Text)))
        .Where(s => s.Split(' ').Length >= 6)];

    static readonly Gen<(string Sentence, int At, string Word)> Changes =
        Gen.Select(Gen.Int[0, Quotable.Count - 1], Gen.Int[0, 1_000], Gen.Int[0, Foreign.Length - 1]).Select((s, at, word) => (Quotable[s], at, Foreign[word]));

    static QuotationResult Of(string quotation) => QuotationVerifier.Verify(ShippedContent.Catalogue.Statements, quotation).Result;

    [Fact]
    public void An_inserted_word_is_never_exact() => Changes.Sample(change =>
    {
        var words = change.Sentence.Split(' ').ToList();
        words.Insert(change.At % (words.Count + 1), change.Word);
        Assert.NotEqual(QuotationResult.Exact, Of(string.Join(' ', words)));
    }, iter: 150);

    [Fact]
    public void A_word_left_out_inside_is_never_exact() => Changes.Sample(change =>
    {
        var words = change.Sentence.Split(' ').ToList();
        var at = 1 + (change.At % (words.Count - 2));
        // A dash is no word, of two equal words either may go, and what goes beside the text's own mark of omission is marked.
        if (!words[at].Any(char.IsLetterOrDigit) || words[at] == words[at - 1] || words[at] == words[at + 1]
            || words[at - 1] == "[…]" || words[at + 1] == "[…]")
            return;
        words.RemoveAt(at);
        Assert.NotEqual(QuotationResult.Exact, Of(string.Join(' ', words)));
    }, iter: 150);

    [Fact]
    public void An_exchanged_word_is_never_exact() => Changes.Sample(change =>
    {
        var words = change.Sentence.Split(' ').ToList();
        var at = change.At % words.Count;
        if (!words[at].Any(char.IsLetterOrDigit) || words[at].Contains(change.Word.Trim('[', ']', '*'), StringComparison.OrdinalIgnoreCase))
            return;
        words[at] = change.Word;
        Assert.NotEqual(QuotationResult.Exact, Of(string.Join(' ', words)));
    }, iter: 150);

    [Theory]
    [InlineData("states need to comply with their obligations under international human rights law")]
    [InlineData("STATES NEED TO COMPLY WITH THEIR OBLIGATIONS")]
    [InlineData("[i]ndividuals cannot exercise their human rights if they do not have the security to do so")]
    [InlineData("Individuals cannot exercise their human rights … to do so.")]
    [InlineData("Individuals cannot exercise their human rights [...] if they do not have the security")]
    [InlineData("“malicious actors have undermined individuals’ safety online.”")]
    [InlineData("Individual security, - whether offline or online, - should be a core purpose of cybersecurity")]
    public void Capitals_quotation_marks_dashes_and_marked_omissions_are_the_writers(string quotation) => Assert.Equal(QuotationResult.Exact, Of(quotation));

    [Theory]
    [InlineData("States should encourage civil sector actors to promote and practice good cyber hygiene", "private", "civil")]
    [InlineData("due attention should be paid to the civil dimension of cybersecurity", "human", "civil")]
    [InlineData("States must comply with their obligations under international human rights law", "need to", "must")]
    public void The_smallest_difference_is_shown(string quotation, string text, string quoted) =>
        Assert.Equal([$"The text has “{text}”, not “{quoted}”."], QuotationVerifier.Verify(ShippedContent.Catalogue.Statements, quotation).Changes);

    [Fact]
    public void What_a_mark_of_omission_hides_is_told() =>
        Assert.Contains("not", Assert.Single(QuotationVerifier.Verify(ShippedContent.Catalogue.Statements,
            "Promoting stability of cyberspace is … the responsibility of States alone").Notes), StringComparison.Ordinal);
}
