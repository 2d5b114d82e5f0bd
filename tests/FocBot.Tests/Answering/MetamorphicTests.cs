using FocBot.Core;
using FocBot.Measuring;

namespace FocBot.Tests.Answering;

/// <summary>What must hold between a question and a changed one.</summary>
public sealed class MetamorphicTests
{
    static readonly List<KnownQuestion> Known = [.. QuestionSet.Read(TheShelf.File("Quality/development.jsonl")).Where(q => q.History is null or [])];

    [Theory]
    [InlineData("xqzvw plmokn wdvgtr")]
    [InlineData("84210 99 7713")]
    [InlineData("the")]
    [InlineData("")]
    [InlineData("   \t\n ")]
    [InlineData("?!…")]
    [InlineData("🤖🤖")]
    public void What_asks_nothing_is_answered_by_no_passage(string typed) =>
        Assert.True(TheShelf.Bot.Reply(new(typed)).Kind is AnswerKind.Silent or AnswerKind.Nothing);

    [Theory]
    [InlineData("Vanuatu")]
    [InlineData("What does Zanzibar think?")]
    [InlineData("Is Professor Quirrell quoted?")]
    public void A_name_that_the_statement_lacks_is_silence(string typed) =>
        Assert.True(TheShelf.Bot.Reply(new(typed)).Kind is AnswerKind.Silent or AnswerKind.Nothing);

    [Fact]
    public void Case_changes_nothing()
    {
        foreach (var known in Known.Where(q => q.Question.All(char.IsAscii)))
        {
            var (upper, lower) = (TheShelf.Bot.Reply(new(known.Question.ToUpperInvariant())), TheShelf.Bot.Reply(new(known.Question.ToLowerInvariant())));
            Assert.Equal(lower.Excerpts.Select(e => e.Passage.Id), upper.Excerpts.Select(e => e.Passage.Id));
        }
    }

    [Fact]
    public void Spaces_and_full_stops_around_change_nothing() =>
        Assert.All(Known.Where(q => q.Question.Length < Question.MaxLength / 2), known => Assert.Equal(
            TheShelf.Bot.Reply(new(known.Question)).Excerpts.Select(e => e.Passage.Id),
            TheShelf.Bot.Reply(new($"  \n{known.Question}  . ")).Excerpts.Select(e => e.Passage.Id)));

    [Fact]
    public void Shuffled_words_mostly_find_the_same_passage()
    {
        var random = new Random(7);
        var answered = Known.Where(q => q.Answerable && q.Type is "paraphrase" or "keyword" or "recommendation" or "factoid")
            .Select(q => (q.Question, TheShelf.Bot.Reply(new(q.Question)))).Where(q => q.Item2.Kind == AnswerKind.Answered).ToList();
        var same = answered.Count(q =>
        {
            var words = q.Question.Split(' ');
            random.Shuffle(words);
            return TheShelf.Bot.Reply(new(string.Join(' ', words))).Excerpts.Any(e => e.Passage == q.Item2.Excerpts[0].Passage);
        });
        Assert.InRange(same, answered.Count * 0.85, answered.Count);
    }

    [Fact]
    public void The_same_question_has_the_same_answer_every_time() =>
        Assert.All(Known, known => Assert.Equal(TheShelf.Bot.Reply(new(known.Question)).Confidence, TheShelf.Bot.Reply(new(known.Question)).Confidence));
}
