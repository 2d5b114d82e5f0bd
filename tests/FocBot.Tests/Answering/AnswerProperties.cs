using CsCheck;
using FocBot.Core;
using FocBot.Core.Statements;
using FocBot.Evaluation;

namespace FocBot.Tests.Answering;

public sealed class AnswerProperties
{
    static readonly string[] Hostile =
    [
        "AND", "OR", "NOT (", "title:*", "\"", "foo~2", "a^9", "[a TO z]", "*", "?",
            "\\", "+-&&||!(){}[]^\"~*?:\\/", "\0", "\u0007", "\u202E", "\uD800", "\uDC00",
        "<script>alert(1)</script>", "<at>x</at>", "<!channel>", "@here", "{{7*7}}",
            "'; DROP TABLE passages; --", "%s%n", "🔐", "ﷺ", "ا", "е́", "的", "\r\n", "\t",
    ];

    static readonly Gen<string> Words = Pick([.. ShippedContent.Statement.Passages.SelectMany(p => p.Text.Split(' ')).Distinct(), .. Hostile]);

    static readonly Gen<string> Questions = Gen.OneOf(
        Words.Array[0, 30].Select(w => string.Join(' ', w)),
        Gen.Char.Array[0, 300].Select(c => new string(c)),
        Pick(Hostile).Array[0, 12].Select(string.Concat));

    static Gen<string> Pick(string[] from) => Gen.Int[0, from.Length - 1].Select(i => from[i]);

    // Each run draws other questions, and a failure prints the seed that draws its own again. Ten runs judge as much as ten times the count in one.
    const int Count = 1_000;

    [Fact]
    public void Whatever_is_asked_excerpts_are_verbatim_spans_lie_inside_and_citations_resolve() =>
        Questions.Sample(asked =>
        {
            var answer = ShippedContent.BotByWords.Reply(new(asked));
            Assert.InRange(answer.Confidence, 0, 1);
            foreach (var excerpt in answer.Excerpts)
            {
                Assert.Same(ShippedContent.BotByWords.Catalogue.Find(excerpt.Passage.Id), excerpt.Passage);
                Assert.Contains(excerpt.Key, excerpt.Text, StringComparison.Ordinal);
                Assert.NotEmpty(excerpt.Key);
                Assert.InRange(excerpt.KeySpan.End, 1, excerpt.Text.Length);
                Assert.Equal($"/statements/{excerpt.Passage.Id}", excerpt.Citation.Address);
                Assert.NotEmpty(excerpt.Citation.Text);
            }
        }, iter: Count);

    [Fact]
    public void Hostile_questions_never_throw() =>
        Questions.Select(Questions).Sample((asked, before) => Assert.NotEmpty(ShippedContent.BotByWords.Reply(new(asked, [before])).Lead), iter: Count);

    [Fact]
    public void A_question_of_a_megabyte_is_answered() =>
        Assert.NotEmpty(ShippedContent.BotByWords.Reply(new(string.Concat(Enumerable.Repeat("surveillance (AND \uD800 ", 50_000)))).Lead);

    [Fact]
    public void Every_quoted_word_stands_in_the_source()
    {
        var source = $" {Scorer.Words(File.ReadAllText(ShippedContent.File("Statements/source.txt"))
            .Replace("<sup>1</sup>", "", StringComparison.Ordinal).Replace("<sup>2</sup>", "", StringComparison.Ordinal))} ";
        var joined = ShippedContent.Statement.Passages.Single(p => p.Text.Contains("trust-worthy", StringComparison.Ordinal));
        foreach (var part in ShippedContent.Statement.Passages.Where(p => p != joined).SelectMany(p => p.Text.Split("[…]")))
            Assert.Contains($" {Scorer.Words(part)} ", source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_passage_id_reads_back() =>
        Gen.Int[1, 9999].Sample(number =>
            PassageId.TryParse($"foc-2020-cybersecurity#{number}", out var id) && id == new PassageId("foc-2020-cybersecurity", number));
}
