using FocBot.Core;
using FocBot.Core.Onboarding;
using FocBot.Core.Users;
using FocBot.Storage;
using FocBot.Tests.Content;
using FocBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FocBot.Tests.Commands;

/// <summary>The check of ten questions as a conversation.</summary>
public sealed class CheckTests : IAsyncLifetime
{
    TestStorage? storage;
    ServiceProvider? process;

    public static TheoryData<string> Languages => [.. ShippedContent.Catalogue.Languages.Select(l => l.Code)];

    static IReadOnlyList<BankQuestion> Questions => QuestionBank.Check(ShippedContent.Statement);

    public async ValueTask InitializeAsync()
    {
        storage = await TestStorage.CreateAsync(TestStorage.Sqlite);
        process = await storage.OpenAsync();
    }

    public ValueTask DisposeAsync() => storage!.DisposeAsync();

    [Theory]
    [InlineData(10, true)]
    [InlineData(8, true)]
    [InlineData(7, false)]
    public void Four_in_five_right_answers_give_a_certificate(int right, bool isPassed)
    {
        var ada = Person("ada");
        var end = Take(right, ada);
        Assert.StartsWith($"{right} of 10 right", end.Lead, StringComparison.Ordinal);
        Assert.Equal(10 - right, end.Lead.Split('\n').Length - 1);
        Assert.All(end.Excerpts, e =>
            Assert.Contains(Questions, q => q.Passage == e.Passage.Id && e.Text.Contains(q.Right, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(isPassed, end.Page is not null);
        var later = Say("certificate", ada);
        Assert.Equal(isPassed, later.Page is not null);
        if (end.Page is { } page)
            Assert.Equal((ShippedContent.Statement.Id, new CheckResult(right, 10)), Read(page));
        else
            Assert.Contains("best result so far: 7 of 10", later.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_result_is_the_one_that_stays()
    {
        var ada = Person("ada");
        Take(9, ada);
        Take(3, ada);
        Assert.Equal(9, Read(Say("certificate", ada).Page!).Result.Right);
    }

    [Fact]
    public void Options_are_typed_by_letter_or_number_and_hint_skip_and_back_are_understood()
    {
        var said = new List<string>();
        Assert.Contains("Question 1 of 10", Next("check").Lead, StringComparison.Ordinal);
        Assert.Contains("Question 2 of 10", Next("b").Lead, StringComparison.Ordinal);
        var hint = Next("hint").Lead;
        Assert.Contains($"begins with “{Questions[1].Right[0]}”", hint, StringComparison.Ordinal);
        Assert.Contains("Question 2 of 10", hint, StringComparison.Ordinal);
        Assert.Contains("Question 3 of 10", Next("2").Lead, StringComparison.Ordinal);
        Assert.Contains("Question 2 of 10", Next("back").Lead, StringComparison.Ordinal);
        var third = Next("skip");
        Assert.Contains("Question 3 of 10", third.Lead, StringComparison.Ordinal);
        Assert.Contains(third.Choices, c => c.Says == "check bxa");
        Assert.Contains("left the check", Next("stop").Lead, StringComparison.Ordinal);

        Answer Next(string text)
        {
            var answer = ShippedContent.Reply(new(text, [.. said]));
            said.Add(text);
            return answer;
        }
    }

    [Theory]
    [InlineData("check abcdabcdabcd")]
    [InlineData("check whether States must protect privacy")]
    [InlineData("b")]
    public void Anything_else_is_no_check(string said) => Assert.DoesNotContain("of 10", Say(said, Person("ada")).Lead, StringComparison.Ordinal);

    [Fact]
    public void Somebody_of_whom_nothing_is_stored_is_told_the_result_without_a_certificate()
    {
        var end = Take(10, AnonymousUser.Instance);
        Assert.StartsWith("10 of 10 right", end.Lead, StringComparison.Ordinal);
        Assert.Null(end.Page);
    }

    [Fact]
    public void Where_several_statements_have_questions_it_is_asked_which_and_the_answers_go_to_that_one()
    {
        using var library = new SmallLibrary("harbour-2019-automation", "harbour-2022-spyware");
        File.WriteAllText(library.FileOf("harbour-2019-automation", "quiz.txt"), "[2]\nPublic offices let {machines} decide | villages | vendors\n");
        File.WriteAllText(library.FileOf("harbour-2022-spyware", "quiz.txt"), "[2]\nSpyware sold by {private vendors} was found | public offices\n");
        var which = library.Bot.Reply(new("check"));
        Assert.Equal(["Harbour statement on automation", "Harbour statement on spyware"], which.Choices.Select(c => c.Label));
        var question = library.Bot.Reply(new(which.Choices[1].Says, ["check"]));
        Assert.Contains("Spyware sold by ____", question.Lead, StringComparison.Ordinal);
        var option = question.Choices.ToList().FindIndex(c => c.Label == "private vendors");
        var end = library.Bot.Reply(new($"{(char)('a' + option)}", ["check", which.Choices[1].Says]));
        Assert.Contains("1 of 1 right", end.Lead, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Privacy_tells_in_the_askers_words_what_is_held(string code)
    {
        var ada = Person("ada");
        Take(9, ada);
        await ada.SetAsync(CourseProgress.KeyOf("AbCdEfGh"), "start", TestContext.Current.CancellationToken);
        await ada.SetAsync("something of old", "1", TestContext.Current.CancellationToken);
        var phrases = ShippedContent.Catalogue.Languages.Single(l => l.Code == code).Phrases;
        var lead = Say(phrases["button.privacy"], ada).Lead;
        Assert.Contains(phrases["privacy-check"].Split('{')[0], lead, StringComparison.Ordinal);
        Assert.Contains("9/10", lead, StringComparison.Ordinal);
        Assert.Contains(phrases["privacy-course"], lead, StringComparison.Ordinal);
        Assert.Contains(phrases["privacy-other"], lead, StringComparison.Ordinal);
        Assert.DoesNotContain("AbCdEfGh", lead, StringComparison.Ordinal);
        Assert.DoesNotContain("something of old", lead, StringComparison.Ordinal);
    }

    (string Statement, CheckResult Result) Read(PageLink page) =>
        process!.GetRequiredService<Certificates>().Read(page.Path.Split('/')[^1]) is { } certificate ? (certificate.Statement, certificate.Result) : default;

    IUserState Person(string name) => process!.GetRequiredService<UserStates>().For("web", name, "here");

    static Answer Take(int right, IUserState user)
    {
        var asked = Say("check", user);
        for (var i = 0; i < Questions.Count; i++)
            asked = Say(asked.Choices.First(c => c.Label == (i < right ? Questions[i].Right : Questions[i].Wrong[0])).Says, user);
        return asked;
    }

    static Answer Say(string text, IUserState user) => ShippedContent.Reply(new(text) { User = user });
}
