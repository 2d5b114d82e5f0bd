using FocBot.Core;
using FocBot.Evaluation;
using FocBot.Search.Searching;

namespace FocBot.Tests.Answering;

/// <summary>What must hold between a question and a changed one.</summary>
public sealed class MetamorphicTests
{
    static readonly List<KnownQuestion> Known = [.. QuestionSet.Read(ShippedContent.File("Quality/development.jsonl")).Where(q => q.History is null or [])];

    [Theory]
    [InlineData("xqzvw plmokn wdvgtr")]
    [InlineData("84210 99 7713")]
    [InlineData("the")]
    [InlineData("")]
    [InlineData("   \t\n ")]
    [InlineData("?!…")]
    public void What_asks_nothing_is_answered_by_no_passage(string typed) =>
        Assert.True(ShippedContent.Reply(new(typed)).Kind is AnswerKind.Silent or AnswerKind.Nothing);

    [Theory]
    [InlineData("Vanuatu")]
    [InlineData("What does Zanzibar think?")]
    [InlineData("Is Professor Quirrell quoted?")]
    public void A_name_that_the_statement_lacks_is_silence(string typed) =>
        Assert.True(ShippedContent.Reply(new(typed)).Kind is AnswerKind.Silent or AnswerKind.Nothing);

    [Fact]
    public void Case_changes_nothing()
    {
        foreach (var known in Known.Where(q => q.Question.All(char.IsAscii)))
        {
            var (upper, lower) = (ShippedContent.Reply(new(known.Question.ToUpperInvariant())), ShippedContent.Reply(new(known.Question.ToLowerInvariant())));
            Assert.Equal(lower.Excerpts.Select(e => e.Passage.Id), upper.Excerpts.Select(e => e.Passage.Id));
        }
    }

    [Fact]
    public void Spaces_and_full_stops_around_change_nothing() =>
        Assert.All(Known.Where(q => q.Question.Length < Question.MaxLength / 2), known => Assert.Equal(
            ShippedContent.Reply(new(known.Question)).Excerpts.Select(e => e.Passage.Id),
            ShippedContent.Reply(new($"  \n{known.Question}  . ")).Excerpts.Select(e => e.Passage.Id)));

    [Fact]
    public void Shuffled_words_mostly_find_the_same_passage()
    {
        var random = new Random(7);
        var answered = Known.Where(q => q.Answerable && q.Type is "paraphrase" or "keyword" or "recommendation" or "factoid")
            .Select(q => (q.Question, ShippedContent.Reply(new(q.Question)))).Where(q => q.Item2.Kind == AnswerKind.Answered).ToList();
        var same = answered.Count(q =>
        {
            var words = q.Question.Split(' ');
            random.Shuffle(words);
            return ShippedContent.Reply(new(string.Join(' ', words))).Excerpts.Any(e => e.Passage == q.Item2.Excerpts[0].Passage);
        });
        Assert.InRange(same, answered.Count * 0.85, answered.Count);
    }

    [Fact]
    public void The_same_question_has_the_same_answer_every_time() =>
        Assert.All(Known, known => Assert.Equal(ShippedContent.Reply(new(known.Question)).Confidence, ShippedContent.Reply(new(known.Question)).Confidence));

    [Fact]
    public void An_answer_does_not_depend_on_what_was_asked_before()
    {
        var bare = ShippedContent.Catalogue.WithoutSampleQuestions();
        using var search = LuceneSearch.Open(bare, indexFolder: null, usesEncoder: false);
        using var other = LuceneSearch.Open(bare, indexFolder: null, usesEncoder: false);
        var (bot, otherBot) = (new Bot(bare, search), new Bot(bare, other));
        var forth = Known.Select(q => bot.Reply(new(q.Question)).Confidence).ToList();
        var back = Known.AsEnumerable().Reverse().Select(q => otherBot.Reply(new(q.Question)).Confidence).Reverse().ToList();
        Assert.Equal(forth, back);
    }

    [Theory]
    [InlineData("What does it say about encryption?", "What does it say about éncryptïon?")]
    [InlineData("What does it say about encryption?", "<at>FocBot</at> What does it say about encryption?")]
    [InlineData("What does it say about encryption?", "What does it say about *encryption*?")]
    [InlineData("What does it say about encryption anonymity?", "What does it say about encryption AND anonymity?")]
    [InlineData("What does it say about surveillance?", "What does it say about <b>surveillance</b>?")]
    [InlineData("What does it say about surveillance?", "What does it say about <surveillance>?")]
    [InlineData("What does it say about encryption?", "What does it say about <encryption> ?")]
    [InlineData("What does it say about journalists?", "What does it say about [journalists]?")]
    [InlineData("What does it say about surveillance?", "What does it say about <span class=\"x\">surveillance</span>?")]
    [InlineData("What does it say about cybersecurity laws?", "What does it say about cyber security laws?")]
    public void What_surrounds_the_words_changes_nothing(string plain, string dressed) =>
        Assert.Equal(ShippedContent.Reply(new(plain)).Excerpts.Select(e => e.Passage.Id),
            ShippedContent.Reply(new(dressed)).Excerpts.Select(e => e.Passage.Id));

    [Theory]
    [InlineData("Does it say anything about copyright enforcement?", AnswerKind.Silent, "copyright")]
    [InlineData("What does Zanzibar think of surveillance drones over Vanuatu?", AnswerKind.Silent, "surveillance")]
    [InlineData("a recipe for pancakes with blueberries", AnswerKind.Nothing, "")]
    public void Silence_names_its_subject_and_shows_only_what_is_near(string asked, AnswerKind kind, string named)
    {
        var answer = ShippedContent.Reply(new(asked));
        Assert.Equal(kind, answer.Kind);
        Assert.Contains(named, answer.Lead, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(kind is AnswerKind.Silent or AnswerKind.Unsure, answer.Excerpts.Count > 0);
        Assert.NotEmpty(answer.Choices);
    }
}
