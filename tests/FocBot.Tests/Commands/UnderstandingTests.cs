using FocBot.Core;

namespace FocBot.Tests.Commands;

/// <summary>What people really say, a few of each kind.</summary>
public sealed class UnderstandingTests
{
    [Theory]
    [InlineData("recommendation nine", 23)]
    [InlineData("the 11th recommendation", 25)]
    [InlineData("Rec. IV", 18)]
    [InlineData("recommendation no 6, please", 20)]
    [InlineData("what is the last recommendation?", 25)]
    [InlineData("show me the first two recommendations", 15, 16)]
    [InlineData("recommendations 1, 3 and 5", 15, 17, 19)]
    [InlineData("recs 2 to 4", 16, 17, 18)]
    [InlineData("what does para. 21 say?", 21)]
    [InlineData("¶ 9", 9)]
    [InlineData("paragraphs 3 - 5", 3, 4, 5)]
    [InlineData("could you read me paragraph twenty-one", 21)]
    public void Numbers_in_any_wording(string said, params int[] passages) => Assert.Equal(passages, Shown(said));

    [Theory]
    [InlineData("recommendation 99", "11")]
    [InlineData("the twentieth recommendation", "11")]
    [InlineData("§ 35", "34")]
    [InlineData("cite paragraph 400", "34")]
    [InlineData("draft rec 12", "11")]
    public void A_number_out_of_range_says_how_many_there_are(string said, string count)
    {
        var answer = ShippedContent.Reply(new(said));
        Assert.NotEqual(AnswerKind.Answered, answer.Kind);
        Assert.Contains(count, answer.Lead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is different between recommendation 10 and 11", 24, 25)]
    [InlineData("how does rec 3 differ from rec 4?", 17, 18)]
    [InlineData("paragraph 12 vs paragraph 13", 12, 13)]
    [InlineData("compare paragraph 12 with recommendation 2", 12, 16)]
    [InlineData("It lacks recommendation 2. Quote recommendation 2 and 3 side by side.", 16, 17)]
    [InlineData("compare privacy with freedom of expression", 21, 12)]
    public void Passages_side_by_side(string said, params int[] passages) => Assert.Equal(passages, Shown(said));

    [Theory]
    [InlineData("the very first sentence of the statement - it may make an opening", 2,
        "Cybersecurity is not just about the security of assets and information")]
    [InlineData("Please show paragraph 2, sentence 1.", 2, "Cybersecurity is not just about the security of assets and information")]
    [InlineData("the first sentence of 'The issue'", 2, "Cybersecurity is not just about the security of assets and information")]
    [InlineData("what is the last sentence of recommendation 2?", 16, "It may also include embedding")]
    public void A_sentence_by_its_place(string said, int passage, string begins)
    {
        var quoted = Assert.Single(ShippedContent.Reply(new(said)).Excerpts);
        Assert.Equal(passage, quoted.Passage.Id.Number);
        Assert.StartsWith(begins, quoted.Text.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("please give me recommendations 10 and 11", 24, 25)]
    [InlineData("what state must do", 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25)]
    [InlineData("Quelle est la recommandation num\u00E9ro 5 ?", 19)]
    public void Politeness_and_frames_are_taken_off(string said, params int[] passages) => Assert.Equal(passages.Order(), Shown(said).Order());

    [Theory]
    [InlineData("Which governments does it name?", "names no single State")]
    [InlineData("does it single out any companies", "names no single company")]
    [InlineData("are any countries named?", "names no single State")]
    [InlineData("So why does it speak of 'some States'? Which countries are named?", "names no single State")]
    [InlineData("ok, and how many recommendations are there?", "11")]
    [InlineData("Article 19?", "has no article 19")]
    [InlineData("topic backdoors", "does not use the word \u201Cbackdoors\u201D")]
    [InlineData("which treaties does it cite", "The statement cites")]
    [InlineData("who are the members of the FOC?", "lists none of them by name")]
    [InlineData("Which FOC governments shut down the internet last year?", "names no single State")]
    [InlineData("which countries use facial recognition", "names no single State")]
    [InlineData("I need the list of signatories", "lists none of them by name")]
    [InlineData("What is 'cyber hygiene'? It says it, but I do not know what it covers.", "used but not defined")]
    [InlineData("can you make mistakes?", "What I may get wrong")]
    [InlineData("what can't you do, honestly?", "What I may get wrong")]
    [InlineData("is your answer the official position of the FOC?", "not an official voice")]
    [InlineData("My editor wants an official link to the text. Do you have one?", "The publisher's page is https://")]
    [InlineData("k bye ur kinda dry but ty", "Goodbye")]
    [InlineData("I would like to test myself, can you quiz me?", "Question 1 of")]
    [InlineData("what is the first week plan?", "Your first week")]
    [InlineData("Faites un r\u00E9sum\u00E9", "en bref")]
    [InlineData("who write this paper?", "It was issued by: Freedom Online Coalition")]
    [InlineData("and when is this from, is it still valid?", "It is dated February 2020")]
    [InlineData("do you personally think that they mean it?", "I have no opinions")]
    [InlineData("compare how it treats States and how it treats companies", "Side by side")]
    public void What_the_text_does_not_name_is_said(string said, string lead) =>
        Assert.Contains(lead, ShippedContent.Reply(new(said)).Lead, StringComparison.Ordinal);

    [Theory]
    [InlineData("list of all point for states")]
    [InlineData("give me every demand")]
    public void All_points_are_all_recommendations(string said) => Assert.Equal(Enumerable.Range(15, 11), Shown(said));

    [Theory]
    [InlineData("the second one", 16, "recommendations")]
    [InlineData("the last one", 25, "list all recommendations")]
    [InlineData("3", 17, "recommendations")]
    [InlineData("the first", 13, "topic surveillance")]
    [InlineData("number 2 please", 12, "topic surveillance")]
    public void A_place_in_the_list_before(string said, int passage, params string[] before) =>
        Assert.Equal([passage], ShippedContent.Reply(new(said, before)).Excerpts.Select(e => e.Passage.Id.Number));

    [Theory]
    [InlineData("cheers!")]
    [InlineData("perfect, thanks a lot")]
    [InlineData("hello there")]
    [InlineData("ok")]
    [InlineData("bye, see you")]
    [InlineData("oops, my mistake")]
    [InlineData("good")]
    [InlineData("nice one, love it")]
    [InlineData("thank you so much. god bless")]
    [InlineData("Merci beaucoup, c'\u00E9tait tr\u00E8s utile, \u00E0 bient\u00F4t !")]
    [InlineData("👍")]
    [InlineData("merci beaucoup")]
    [InlineData("danke schön")]
    [InlineData("muchas gracias")]
    [InlineData("спасибо большое")]
    [InlineData("谢谢")]
    [InlineData("شكرا جزيلا")]
    public void Courtesies_get_one_line_and_a_next_step(string said)
    {
        var answer = ShippedContent.Reply(new(said, ["encryption"]));
        Assert.Equal(AnswerKind.Guidance, answer.Kind);
        Assert.Empty(answer.Excerpts);
        Assert.DoesNotContain('\n', answer.Lead);
        Assert.NotEmpty(answer.Choices);
    }

    [Theory]
    [InlineData("who built this bot?", "open-source")]
    [InlineData("are you a robot", "not a person")]
    [InlineData("do you use ChatGPT?", "not a language model")]
    [InlineData("is this chat confidential?", "no log")]
    [InlineData("are my messages stored?", "no log")]
    [InlineData("should I trust your answers?", "Check me")]
    [InlineData("how accurate are you", "Check me")]
    [InlineData("which languages do you speak?", "français")]
    [InlineData("how do you work?", "word for word")]
    [InlineData("may I quote this?", "quote it")]
    public void Questions_about_the_bot_are_answered_by_the_bot(string said, string lead)
    {
        var answer = ShippedContent.Reply(new(said));
        Assert.Equal(AnswerKind.Guidance, answer.Kind);
        Assert.Contains(lead, answer.Lead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is the statement called?", "Human Rights Impact of Cybersecurity")]
    [InlineData("who published it", "Freedom Online Coalition")]
    [InlineData("what is the date of the statement", "February 2020")]
    [InlineData("where can I read the full text?", "freedomonlinecoalition.com")]
    [InlineData("how many paragraphs does it have", "34")]
    [InlineData("number of recommendations", "11")]
    [InlineData("how is it structured?", "The issue; International efforts")]
    public void What_the_statement_is_comes_from_its_front_matter(string said, string lead) =>
        Assert.Contains(lead, ShippedContent.Reply(new(said)).Lead, StringComparison.Ordinal);

    [Theory]
    [InlineData("give me the full list of recommendations")]
    [InlineData("each and every recommendation")]
    [InlineData("what are all the recommendations?")]
    [InlineData("list the eleven recommendations")]
    [InlineData("recommendations in full")]
    public void All_is_all(string said) => Assert.Equal(11, ShippedContent.Reply(new(said)).Excerpts.Count);

    [Theory]
    [InlineData("topic media", 16)]
    [InlineData("topic spyware", 13)]
    [InlineData("recommendations about schools", 23)]
    [InlineData("recs on data protection", 22)]
    [InlineData("draft bloggers", 30)]
    [InlineData("topic companys", 24)]
    public void A_subject_is_found_by_any_name(string said, int first) => Assert.Equal(first, ShippedContent.Reply(new(said)).Excerpts[0].Passage.Id.Number);

    [Fact]
    public void Recommendations_tell_which_name_the_subject_and_which_touch_it()
    {
        var answer = ShippedContent.Reply(new("recommendations on privacy"));
        Assert.Contains("In so many words: 7.", answer.Lead, StringComparison.Ordinal);
        Assert.Contains("without the words: 2, 7.", ShippedContent.Reply(new("recommendations on surveillance")).Lead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("Cite.")]
    [InlineData("draft?")]
    [InlineData("phrase")]
    [InlineData("recommendation")]
    [InlineData("topic")]
    [InlineData("§")]
    public void A_bare_command_says_how_it_is_used(string said)
    {
        var answer = ShippedContent.Reply(new(said));
        Assert.Equal(AnswerKind.Guidance, answer.Kind);
        Assert.Contains("Say", answer.Lead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cite that", 13)]
    [InlineData("source?", 13)]
    [InlineData("cool, cite it", 13)]
    [InlineData("explain that please", 13)]
    [InlineData("draft it", 13)]
    public void It_is_what_was_quoted_last(string said, int passage) =>
        Assert.Equal(passage, ShippedContent.Reply(new(said, ["what does it say about encryption?"])).Excerpts[0].Passage.Id.Number);

    [Fact]
    public void Tell_me_more_goes_on_and_comes_to_an_end()
    {
        List<string> history = ["what does it say about surveillance?"];
        var seen = ShippedContent.Reply(new(history[0])).MainExcerpts.Select(e => e.Passage.Id).ToList();
        for (var answer = ShippedContent.Reply(
            new("tell me more", history)); answer.Excerpts.Count > 0; answer = ShippedContent.Reply(new("tell me more", [.. history])))
        {
            Assert.DoesNotContain(answer.Excerpts, e => seen.Contains(e.Passage.Id));
            seen.AddRange(answer.Excerpts.Select(e => e.Passage.Id));
            history.Add("tell me more");
            Assert.InRange(history.Count, 2, 8);
        }

        Assert.True(seen.Count > 1);
    }

    [Theory]
    [InlineData("what must they do?", "what about companies", 24, 25)]
    [InlineData("what should they do", "what does it say about journalists?", 16)]
    public void They_are_those_who_were_spoken_of(string said, string before, params int[] passages) =>
        Assert.Equal(passages, ShippedContent.Reply(new(said, [before])).Excerpts.Select(e => e.Passage.Id.Number));

    [Fact]
    public void Obligations_are_quoted_whole_and_grouped()
    {
        var answer = ShippedContent.Reply(new("what should States do?"));
        Assert.Equal(11, answer.Excerpts.Count);
        Assert.Contains("“need to”: recommendation 1, 2", answer.Lead, StringComparison.Ordinal);
        Assert.Contains(answer.Excerpts, e => e.Key.Contains("due attention should be paid", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("stop", "tour", "continue tour")]
    [InlineData("exit", "quiz", "quiz")]
    public void Stop_leaves_what_one_walks_through(string said, string before, string back) =>
        Assert.Contains(back, ShippedContent.Reply(new(said, [before])).Lead, StringComparison.Ordinal);

    static List<int> Shown(string said) => [.. ShippedContent.Reply(new(said)).Excerpts.Select(e => e.Passage.Id.Number)];
}
