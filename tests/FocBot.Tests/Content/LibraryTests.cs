using FocBot.Core;
using FocBot.Core.Statements;

namespace FocBot.Tests.Content;

/// <summary>A library of three statements: what is asked of all, of one, and what buttons do.</summary>
public sealed class LibraryTests : IClassFixture<LibraryTests.Library>
{
    readonly SmallLibrary library;

    public LibraryTests(Library library) => this.library = library.Content;

    public static TheoryData<string> Questions => [.. AllQuestions()];

    [Fact]
    public void Statements_are_listed_the_oldest_first_each_with_a_button_that_asks_it_alone()
    {
        var answer = Reply("which statements do you know");
        var titles = library.Catalogue.Statements.OrderBy(s => s.Front.Issued).Select(s => s.Front.Title);
        Assert.Equal(titles, answer.Lead.Split('\n').Skip(1).Select(l => l.Split('“', '”')[1]));
        Assert.Equal("use only harbour-2019-automation", answer.Choices[0].Says);
        Assert.All(Reply("vendors", answer.Choices[1].Says).Excerpts, e => Assert.Equal("harbour-2022-spyware", e.Passage.Id.Statement));
    }

    [Theory]
    [InlineData("statements from 2022", "Spyware")]
    [InlineData("which statements were adopted before 2020", "Automated")]
    [InlineData("statements since 2024", "Connectivity")]
    [InlineData("statements by the Union of Islands", "Connectivity")]
    public void Statements_are_found_by_date_and_issuer(string words, string title) =>
        Assert.Contains(title, Assert.Single(Reply(words).Lead.Split('\n').Skip(1)), StringComparison.Ordinal);

    [Fact]
    public void Statements_on_a_subject_are_those_that_speak_of_it() =>
        Assert.Equal(["harbour-2019-automation", "harbour-2022-spyware"], Reply("statements on surveillance").Excerpts.Select(e => e.Passage.Id.Statement));

    [Fact]
    public void Comparing_shows_each_statements_best_passage_by_date_and_says_who_is_silent()
    {
        var answer = Reply("compare surveillance");
        Assert.Equal(["harbour-2019-automation", "harbour-2022-spyware"], answer.Excerpts.Select(e => e.Passage.Id.Statement));
        Assert.All(answer.Excerpts, e => Assert.Contains("surveillance", e.Text, StringComparison.OrdinalIgnoreCase));
        Assert.EndsWith("Lakes declaration on connectivity: silent", answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void Earlier_wording_is_found_with_the_words_that_differ_in_brackets()
    {
        var answer = Reply("find language \"Vendors must sell no tool for interception to a buyer without judicial oversight\"");
        Assert.Equal("harbour-2022-spyware", answer.Excerpts[0].Passage.Id.Statement);
        Assert.Contains("Vendors [should] sell no tool for [surveillance] to a buyer without judicial oversight.", answer.Lead, StringComparison.Ordinal);
        Assert.Equal(AnswerKind.Silent, Reply("find language \"Penguins dislike violins\"").Kind);
    }

    [Theory]
    [InlineData("in the automation statement: surveillance", "harbour-2019-automation")]
    [InlineData("in the spyware statement: surveillance", "harbour-2022-spyware")]
    [InlineData("What does the Lakes declaration say about elections?", "lakes-2024-connectivity")]
    public void A_statement_is_asked_by_the_names_that_people_call_it(string words, string id) =>
        Assert.All(Reply(words).Excerpts, e => Assert.Equal(id, e.Passage.Id.Statement));

    [Theory]
    [InlineData("article 2", "lakes-2024-connectivity#10")]
    [InlineData("what does article 1(2)(a) say", "lakes-2024-connectivity#6")]
    [InlineData("PP1", "lakes-2024-connectivity#2")]
    public void A_passage_is_asked_for_by_the_publishers_number(string words, string id) =>
        Assert.Equal(id, Assert.Single(Reply(words).Excerpts).Passage.Id.ToString());

    [Fact]
    public void Citations_have_the_publishers_number()
    {
        var lead = Reply("cite article 1(2)(a)").Lead;
        Assert.Contains("(15 January 2024), Article 1, para. 2 (a)", lead, StringComparison.Ordinal);
        Assert.DoesNotContain("ours", lead, StringComparison.Ordinal);
        Assert.Contains("ours", Reply("cite harbour-2022-spyware#3").Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_that_is_also_a_command_is_a_subject_where_a_statement_is_named() =>
        Assert.False(Reply("in the spyware statement: privacy").IsPersonal);

    [Fact]
    public void An_official_translation_is_quoted_to_who_asks_in_its_language()
    {
        var answer = Reply("Que dit la déclaration sur les vendeurs et la surveillance sans contrôle judiciaire ?");
        var spyware = answer.Excerpts.First(e => e.Passage.Id.Statement == "harbour-2022-spyware");
        Assert.Equal("fr", spyware.Passage.Front.Language);
        Assert.Contains("Les vendeurs ne devraient vendre aucun outil de surveillance", spyware.Text, StringComparison.Ordinal);
        Assert.Equal(spyware.Text, spyware.Key);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void What_stands_under_an_answer_speaks_of_the_passage_shown(string question) =>
        new ShownPassages(library.Bot).AreWhatEverythingSpeaksOf(question);

    [Theory]
    [InlineData("surveillance", "use only the spyware statement")]
    [InlineData("and the automation statement?", "what does the spyware statement say about surveillance?")]
    [InlineData("tell me more", "in the Lakes declaration: who pays?")]
    [InlineData("Que dit la déclaration sur les vendeurs et la surveillance sans contrôle judiciaire ?")]
    public void So_it_does_in_a_conversation(string question, params string[] before) =>
        new ShownPassages(library.Bot).AreWhatEverythingSpeaksOf(question, before);

    Answer Reply(string words, params string[] history) => library.Bot.Reply(new(words, history));

    // By the first words of every passage, alone and in each statement, and by what can be said besides questions.
    static IEnumerable<string> AllQuestions()
    {
        using var written = new SmallLibrary();
        foreach (var statement in written.Catalogue.Statements)
        {
            foreach (var passage in statement.Passages.Where(p => p.Text.Length > 20))
            {
                var words = string.Join(' ', passage.Text.Split(' ').Take(6)).TrimEnd('.', ',', ':');
                yield return $"What about this: {words}?";
                yield return $"in {statement.Front.Names[0]}: {words}";
            }
        }

        foreach (var words in new[] { "surveillance", "libraries and children", "who pays", "statements on surveillance",
            "compare reporters", "recommendations", "paragraph 3", "cite 4", "elections", "find language \"Members shall share the cost\"" })
            yield return words;
    }

    /// <summary>The library, opened once.</summary>
    public sealed class Library : IDisposable
    {
        internal SmallLibrary Content { get; } = new();

        public void Dispose() => Content.Dispose();
    }
}
