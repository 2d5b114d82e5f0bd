using FocBot.Core;
using FocBot.Core.Answering;
using FocBot.Search.Searching;
using Moq;

namespace FocBot.Tests.Answering;

/// <summary>What an earlier question gives to the next one, and what it must not.</summary>
public sealed class FollowUpTests
{
    [Theory]
    [InlineData("what does the statement say about privacy?", "internet shutdowns for political reasons", 21)]
    [InlineData("who must protect privacy", "encryption", 3)]
    [InlineData("what about privacy", "who is the FOC", 21)]
    [InlineData("is there anything on facial recognition", "who is the FOC", 13)]
    [InlineData("do States respect their obligations under human rights law", "encryption", 15)]
    public void A_question_with_a_subject_of_its_own_is_answered_as_if_asked_alone(string asked, string before, int passage)
    {
        Assert.Equal(passage, ShippedContent.Reply(new(asked, [before])).Excerpts[0].Passage.Id.Number);
        Assert.Equal(ShippedContent.Reply(new(asked)).Excerpts[0].Passage, ShippedContent.Reply(new(asked, [before])).Excerpts[0].Passage);
    }

    [Theory]
    [InlineData("what must they do?", "what about companies", 24)]
    [InlineData("why?", "internet shutdowns for political reasons", 12)]
    [InlineData("who else?", "facial recognition", 13)]
    public void A_question_that_points_back_is_asked_of_the_earlier_subject(string asked, string before, int passage) =>
        Assert.Contains(passage, ShippedContent.Reply(new(asked, [before])).Excerpts.Select(e => e.Passage.Id.Number));

    [Theory]
    [InlineData("does it say anything about nuclear weapons?", "encryption")]
    [InlineData("what about Kazakhstan", "who is the FOC")]
    [InlineData("show me where it condemns Portugal", "internet shutdowns for political reasons")]
    [InlineData("and dolphins?", "surveillance by governments")]
    [InlineData("what happens if they do not do it", "what must companies do")]
    public void An_earlier_subject_never_answers_for_what_the_statement_lacks(string asked, string before) =>
        Assert.NotEqual(AnswerKind.Answered, ShippedContent.Reply(new(asked, [before])).Kind);

    [Theory]
    [InlineData("the second one. the second one? the second one!")]
    [InlineData("and that? tell me more. explain it!")]
    [InlineData("is it so? really? 2")]
    public async Task However_much_of_a_conversation_leans_on_what_was_said_before_each_message_is_searched_for_a_few_times_only(string leaning)
    {
        using var index = LuceneSearch.Open(ShippedContent.Catalogue, TestIndex.Folder, usesEncoder: false);
        var search = new Mock<ISearch>();
        search.Setup(its => its.Find(It.IsAny<InterpretedQuestion>())).Returns((InterpretedQuestion asked) => index.Find(asked));
        var history = Enumerable.Repeat(leaning, Question.MaxHistory - 1).Prepend("encryption");
        await new Bot(ShippedContent.Catalogue, search.Object).ReplyAsync(new(leaning, [.. history]), TestContext.Current.CancellationToken);
        Assert.InRange(search.Invocations.Count, 1, (Question.MaxHistory + 1) * 10);
    }

    [Theory]
    [InlineData("is there anything on facial recognition? 2026", 13)]
    [InlineData("What about encryption? (7)", 13)]
    public void A_number_beside_a_question_picks_nothing_from_the_list_before(string asked, int passage)
    {
        var answer = ShippedContent.Reply(new(asked, ["list the recommendations"]));
        Assert.Equal((AnswerKind.Answered, passage), (answer.Kind, answer.Excerpts[0].Passage.Id.Number));
    }

    [Theory]
    [InlineData("again please")]
    [InlineData("can you repeat that")]
    [InlineData("So it does not say that? Answer yes or no.")]
    [InlineData("noch einmal bitte")]
    public void The_answer_before_is_given_once_more(string asked)
    {
        var before = ShippedContent.Reply(new("is encryption protected?"));
        var again = ShippedContent.Reply(new(asked, ["is encryption protected?"]));
        Assert.Equal((before.Lead, before.Excerpts[0].Passage), (again.Lead, again.Excerpts[0].Passage));
    }

    [Theory]
    [InlineData("i not understand, more simple")]
    [InlineData("can you say it in simpler words please")]
    [InlineData("too complicated for me")]
    [InlineData("je ne comprends pas")]
    [InlineData("no entiendo")]
    public void Whoever_does_not_understand_gets_the_passage_in_full(string asked) =>
        Assert.Equal(19, Assert.Single(ShippedContent.Reply(new(asked, ["recommendation 5"])).Excerpts).Passage.Id.Number);

    [Theory]
    [InlineData("too long. just the sentence pls")]
    [InlineData("shorter please")]
    [InlineData("plus court s'il vous plaît")]
    public void A_short_answer_is_the_marked_sentence_alone(string asked)
    {
        var before = ShippedContent.Reply(new("internet shutdowns for political reasons"));
        var answer = ShippedContent.Reply(new(asked, ["internet shutdowns for political reasons"]));
        var quoted = Assert.Single(answer.Excerpts);
        Assert.Equal((before.Excerpts[0].Key, before.Excerpts[0].Key), (quoted.Text, quoted.Key));
        Assert.Equal(before.Excerpts[0].Citation, quoted.Citation);
    }

    [Theory]
    [InlineData("That is a huge paragraph. Just give me the one sentence about shutdowns.", "what does it say about network shutdowns", 12)]
    [InlineData("what does it say on digital literacy? one quotable line please", null, 23)]
    [InlineData("ok gimme the encryption bit in 1 sentence plz", "who is the FOC", 13)]
    [InlineData("omg thats a wall of text, tldr", "is encryption protected?", 13)]
    public void Whoever_wants_one_sentence_gets_one(string asked, string? before, int passage)
    {
        var quoted = Assert.Single(ShippedContent.Reply(new(asked, before is null ? [] : [before])).Excerpts);
        Assert.Equal(passage, quoted.Passage.Id.Number);
        Assert.Contains(quoted.Text, quoted.Passage.Sentences.Select(s => s.Of(quoted.Passage.Text)));
    }

    [Fact]
    public void How_behind_an_answer_asks_on_and_how_are_you_does_not()
    {
        Assert.NotEqual(AnswerKind.Guidance, ShippedContent.Reply(new("how?", ["can my country join?"])).Kind);
        Assert.Equal(AnswerKind.Guidance, ShippedContent.Reply(new("how are you?", ["can my country join?"])).Kind);
    }

    [Theory]
    [InlineData("There it is. Can I get that as a citation?", "paragraph 14", 14)]
    [InlineData("Great, that is my last line. Give me the full citation to paste, then I am done.", "paragraph 2", 2)]
    [InlineData("How should I cite this in a footnote?", "recommendation 3", 17)]
    [InlineData("cite the one that I meant: recommendation 4", "paragraph 2", 18)]
    public void A_citation_is_asked_for_in_many_words(string asked, string before, int passage)
    {
        var answer = ShippedContent.Reply(new(asked, [before]));
        Assert.StartsWith("UN style:", answer.Lead, StringComparison.Ordinal);
        Assert.Equal(passage, Assert.Single(answer.Excerpts).Passage.Id.Number);
    }

    [Theory]
    [InlineData("ok I will look there. what does OEWG mean? my boss keeps saying it", "what does OEWG mean")]
    [InlineData("super useful!! thanks. what are the recommendations, in order", "recommendations")]
    [InlineData("haha ok robot. quiz me", "quiz")]
    [InlineData("Et en fran\u00E7ais : que dit le texte sur le chiffrement ?", "que dit le texte sur le chiffrement ?")]
    [InlineData("Entiendo. \u00BFCu\u00E1ntos pa\u00EDses son miembros?", "\u00BFCu\u00E1ntos pa\u00EDses son miembros?")]
    [InlineData("Wonderful weather today. cite recommendation 2", "cite recommendation 2")]
    [InlineData("ok, I try once more: encryption?", "encryption")]
    public void Small_talk_around_what_is_asked_changes_nothing(string dressed, string plain)
    {
        var (one, other) = (ShippedContent.Reply(new(dressed)), ShippedContent.Reply(new(plain)));
        Assert.Equal((one.Lead, one.Kind), (other.Lead, other.Kind));
    }
}
