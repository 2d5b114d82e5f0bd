using FocBot.Core;
using FocBot.Core.Statements;
using FocBot.Core.Users;
using FocBot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FocBot.Tests.Commands;

/// <summary>Looking up, citing, verifying, learning: what one says and gets.</summary>
public sealed class StudyTests : IDisposable
{
    static readonly Study Study = ShippedContent.Statement.Study;

    readonly FakeTimeProvider time = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    readonly string file = Path.Combine(Directory.CreateTempSubdirectory("focbot").FullName, "focbot.db");

    readonly ServiceProvider storage;

    public StudyTests() => storage = OpenStorage();

    UserStates UserStates => storage.GetRequiredService<UserStates>();

    public void Dispose() => storage.Dispose();

    [Fact]
    public void Every_topic_is_shown_by_its_name_and_by_its_other_names() => Assert.All(Study.Topics, topic =>
        Assert.All(topic.Also.Append(topic.Name), name => Assert.Equal(topic.Passages, Say($"Topic {name}").Excerpts.Select(e => e.Passage.Id))));

    [Fact]
    public void Every_term_stop_reference_and_quiz_answer_quotes_its_passage()
    {
        Assert.True(Study.Topics.Count >= 35 && Study.Tour.Count >= 8 && Study.Quiz.Count >= 20
            && Study.Obligations.Count == ShippedContent.Statement.Recommendations.Count);
        Assert.All(Study.Terms, t => Assert.Contains(t.Expansion, Text(t.Passage), StringComparison.OrdinalIgnoreCase));
        Assert.All(Study.References, r => Assert.Contains(r.Words, Text(r.Passage), StringComparison.Ordinal));
        Assert.All(Study.Quiz, q => Assert.Contains(q.Before + q.Right + q.After, Text(q.Passage), StringComparison.Ordinal));
        Assert.All(Study.Quiz.SelectMany(q => q.Wrong.Select(w => (q, w))), x =>
            Assert.DoesNotContain(x.q.Before + x.w + x.q.After, Text(x.q.Passage), StringComparison.Ordinal));
        Assert.All(Study.Obligations.SelectMany(o => o.Words.Select(w => (o.Passage, w))), x =>
            Assert.Contains(x.w, Text(x.Passage), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("recommendations", 11)]
    [InlineData("recommendations for the private sector", 2)]
    [InlineData("recommendations on surveillance", 2)]
    [InlineData("recommendation 4", 1)]
    [InlineData("what must states do", 2)]
    [InlineData("what should states merely consider", 1)]
    [InlineData("What should States encourage?", 3)]
    public void Recommendations_are_found_by_topic_addressee_number_and_wording(string said, int count)
    {
        var answer = Say(said);
        Assert.Equal(count, answer.Excerpts.Count);
        Assert.All(answer.Excerpts, e => Assert.Equal(PassageKind.Recommendation, e.Passage.Kind));
    }

    [Fact]
    public void Next_goes_on_from_a_recommendation()
    {
        Assert.Equal(19, Assert.Single(ShippedContent.Reply(new("next", ["recommendation 4"])).Excerpts).Passage.Id.Number);
        Assert.Equal(20, Assert.Single(ShippedContent.Reply(new("next", ["recommendation 4", "next"])).Excerpts).Passage.Id.Number);
        Assert.Contains("numbered from 1", Say("recommendation 12").Lead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("next", "Stop 2 of", "tour")]
    [InlineData("Next!", "Stop 3 of", "tour", "next")]
    [InlineData("go on", "Stop 6 of", "tour 5")]
    [InlineData("back", "Stop 4 of", "tour 5")]
    [InlineData("back", "Stop 1 of", "tour", "next")]
    [InlineData("back", "Stop 1 of", "tour")]
    [InlineData("next", "Question 1 of", "quiz 3 a")]
    [InlineData("next", "Question 2 of", "quiz")]
    [InlineData("next", "Question 3 of", "quiz", "next")]
    [InlineData("back", "Question 2 of", "quiz", "next", "next")]
    public void What_one_walks_through_goes_on_with_next(string said, string lead, params string[] before) =>
        Assert.Contains(lead, ShippedContent.Reply(new(said, before)).Lead, StringComparison.Ordinal);

    [Fact]
    public void Next_behind_a_question_walks_nowhere() =>
        Assert.DoesNotContain("Stop", ShippedContent.Reply(new("next", ["tour", "encryption"])).Lead, StringComparison.Ordinal);

    [Theory]
    [InlineData("topic surveilance", 13)]
    [InlineData("topic privcy", 21)]
    [InlineData("topic cyber hygene", 25)]
    [InlineData("topic data breech", 10)]
    [InlineData("topic judge", 16)]
    public void A_topic_is_known_by_its_name_with_a_slip(string said, int first) => Assert.Equal(first, Say(said).Excerpts[0].Passage.Id.Number);

    [Theory]
    [InlineData("verify \"Individuals cannot exercise their human rights if they do not have the security to do so\"", "Exact", 2)]
    [InlineData("verify “Cybersecurity is not just about the security of assets and information.”", "Exact", 2)]
    [InlineData("verify \"Individuals cannot enjoy their human rights if they do not have the security to do so.\"", "not “enjoy”", 2)]
    [InlineData("verify \"States must comply with their obligations under international human rights law\"", "not “must”", 15)]
    [InlineData("verify \"Cybersecurity-related laws should be developed through ongoing open, inclusive approaches\"", "left out", 17)]
    public void Words_are_verified_word_by_word(string said, string expected, int passage)
    {
        var answer = Say(said);
        Assert.Contains(expected, answer.Lead, StringComparison.Ordinal);
        Assert.Equal(passage, answer.Excerpts[0].Passage.Id.Number);
    }

    [Theory]
    [InlineData("verify \"the quick brown fox jumps over the lazy dog\"")]
    [InlineData("verify \"the\"  ")]
    public void Words_that_stand_nowhere_are_said_to_be_absent(string said) =>
        Assert.True(Say(said).Lead.StartsWith("These words are not", StringComparison.Ordinal) || said.Contains("\"the\"", StringComparison.Ordinal));

    [Fact]
    public void Every_sentence_verifies_and_every_receipt_resolves()
    {
        Assert.All(ShippedContent.Statement.Passages, p =>
        {
            Assert.Equal(p.Id, Say($"verify {p.Receipt}").Excerpts[0].Passage.Id);
            Assert.All(p.Sentences.Where(s => s.Length > 20), s =>
                Assert.Equal(QuotationResult.Exact, QuotationVerifier.Verify(ShippedContent.Catalogue.Statements, s.Of(p.Text)).Result));
        });
        Assert.Distinct(ShippedContent.Statement.Passages.Select(p => p.Receipt));
    }

    [Fact]
    public void A_citation_names_the_paragraph_in_every_style()
    {
        var lead = Say("cite 14").Lead;
        Assert.All(["UN style", "Chicago", "Plain", "BibTeX", "Markdown"], style => Assert.Contains(style, lead, StringComparison.Ordinal));
        Assert.Contains("para. 14", lead, StringComparison.Ordinal);
        Assert.Contains("SHA-256", lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phrase_is_shown_at_every_place() => Assert.StartsWith("3 places", Say("phrase \"open, free, secure\"").Lead, StringComparison.Ordinal);

    [Theory]
    [InlineData("what is OEWG", "United Nations Open-ended Working Group")]
    [InlineData("What does GCSC stand for?", "Global Commission on the Stability of Cyberspace")]
    [InlineData("define cyber hygiene", "used but not defined in the text")]
    public void A_term_is_explained_by_the_text_or_said_to_be_undefined(string said, string expected) =>
        Assert.Contains(expected, Say(said).Lead, StringComparison.Ordinal);

    [Fact]
    public void The_tour_is_walked_by_its_buttons_and_its_place_is_kept_over_a_restart()
    {
        var ada = UserStates.For("web", "ada", "here");
        var answer = Say("tour", ada);
        var seen = 1;
        while (answer.Choices[0].Label == "Next")
        {
            answer = Say(answer.Choices[0].Says, ada);
            seen++;
            if (seen == 4)
            {
                using var restarted = OpenStorage();
                Assert.Contains("Stop 4", Say("continue tour", restarted.GetRequiredService<UserStates>().For("web", "ada", "here")).Lead,
                    StringComparison.Ordinal);
            }
        }

        Assert.Equal(Study.Tour.Count, seen);
        Assert.Contains("That was the tour", Say(answer.Choices[0].Says, ada).Lead, StringComparison.Ordinal);
        Assert.Contains("Stop 1", Say("continue tour", UserStates.For("web", "somebody else", "here")).Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void The_quiz_shows_the_passage_for_a_wrong_answer_asks_again_and_ends()
    {
        var ada = UserStates.For("web", "ada", "here");
        var question = Say("quiz", ada);
        var wrong = question.Choices.First(c => Say(c.Says, UserStates.For("web", c.Says, "here")).Lead.StartsWith("Not quite", StringComparison.Ordinal));
        Assert.Single(Say(wrong.Says, ada).Excerpts);
        var asked = 0;
        for (; question.Choices.Count > 0 && !question.Lead.Contains("certificate", StringComparison.Ordinal) && asked < 200; asked++)
        {
            var right = question.Choices.First(c => c.Says.StartsWith("quiz ", StringComparison.Ordinal)
                && !Say(c.Says, UserStates.For("web", $"{asked}{c.Says}", "here")).Lead.StartsWith("Not quite", StringComparison.Ordinal));
            question = Say(right.Says, ada);
        }

        Assert.InRange(asked, 40, 199);
        Assert.Contains("rightly", Say("score", ada).Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_moves_by_a_code_that_is_good_once_and_for_ten_minutes()
    {
        var (teams, slack) = (UserStates.For("teams", "1", "here"), UserStates.For("slack", "2", "here"));
        Assert.Contains("no progress", Say("move", teams).Lead, StringComparison.Ordinal);
        Say("tour 5", teams);
        var code = Say("move", teams).Lead.Split(' ')[^1];
        Assert.Contains("is here", Say($"move {code}", slack).Lead, StringComparison.Ordinal);
        Assert.Contains("Stop 5", Say("continue tour", slack).Lead, StringComparison.Ordinal);
        Assert.Contains("not good", Say($"move {code}", UserStates.For("slack", "3", "here")).Lead, StringComparison.Ordinal);

        var late = Say("move", teams).Lead.Split(' ')[^1];
        time.Advance(TimeSpan.FromMinutes(11));
        Assert.Contains("not good", Say($"move {late}", UserStates.For("slack", "3", "here")).Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void Privacy_says_what_is_held_and_forget_me_deletes_it()
    {
        var ada = UserStates.For("web", "ada", "here");
        Assert.StartsWith("Nothing is stored", Say("privacy", ada).Lead, StringComparison.Ordinal);
        Say("tour 3", ada);
        Assert.StartsWith("Held about you: your place on the tour (stop 3)", Say("privacy", ada).Lead, StringComparison.Ordinal);
        Assert.True(Say("forget me", ada).Forgets);
        Assert.StartsWith("Nothing is stored", Say("privacy", ada).Lead, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal);
    }

    static string Text(PassageId id) => ShippedContent.Catalogue.Find(id)!.Text;

    static Answer Say(string text, IUserState? learner = null) => ShippedContent.Reply(new(text) { User = learner ?? AnonymousUser.Instance });

    ServiceProvider OpenStorage()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddLogging();
        services.AddStorage(new ConfigurationBuilder().AddCommandLine([$"--Storage:File={file}"]).Build());
        return services.BuildServiceProvider();
    }
}
