using System.Net;

namespace FocBot.Tests.Content;

/// <summary>The pages of a library of three statements, over HTTP.</summary>
public sealed class LibraryPageTests : IAsyncLifetime
{
    readonly SmallLibrary library = new();
    RunningServer server = null!;

    string IndexFolder => library.Folder + "-index";

    public async ValueTask InitializeAsync()
    {
        server = new() { Settings = [$"--Content:Folder={library.Folder}", "--Search:Encoder=false", $"--Search:IndexFolder={IndexFolder}"] };
        await server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        library.Dispose();
        Directory.Delete(IndexFolder, recursive: true);
    }

    [Theory]
    [InlineData("", new[] { "lakes-2024-connectivity", "harbour-2022-spyware", "harbour-2019-automation" })]
    [InlineData("?issuer=Harbour+Forum", new[] { "lakes-2024-connectivity", "harbour-2022-spyware", "harbour-2019-automation" })]
    [InlineData("?issuer=lakes+assembly", new[] { "lakes-2024-connectivity" })]
    [InlineData("?year=2022", new[] { "harbour-2022-spyware" })]
    [InlineData("?topic=no+such+topic", new string[0])]
    public async Task The_library_shows_statements_by_date_issuer_and_topic(string query, string[] ids)
    {
        var page = await Get("/statements" + query);
        Assert.Equal(ids, library.Catalogue.Statements.Select(s => (s.Id, At: page.IndexOf($"<h2><a href=\"/statements/{s.Id}\"", StringComparison.Ordinal)))
            .Where(s => s.At >= 0).OrderBy(s => s.At).Select(s => s.Id));
    }

    [Fact]
    public async Task The_compare_page_shows_each_statement_by_date_and_who_is_silent()
    {
        var page = await Get("/compare?about=surveillance");
        var (first, second, third) = (page.IndexOf("Harbour statement on automation", StringComparison.Ordinal),
            page.IndexOf("Harbour statement on spyware", StringComparison.Ordinal), page.IndexOf("Lakes declaration", StringComparison.Ordinal));
        Assert.True(first > 0 && first < second && second < third);
        Assert.Contains("It does not speak of this.", page[third..], StringComparison.Ordinal);
        Assert.DoesNotContain("It does not speak of this.", page[..third], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subject_with_markup_is_shown_as_words() =>
        Assert.DoesNotContain("<b>", await server.Client.GetStringAsync("/compare?about=%3Cb%3Esurveillance%3C%2Fb%3E", TestContext.Current.CancellationToken),
            StringComparison.Ordinal);

    [Fact]
    public async Task Every_passage_opens_at_its_citations_address()
    {
        foreach (var statement in library.Catalogue.Statements)
        {
            var page = await Get($"/statements/{statement.Id}");
            Assert.All(statement.Passages, passage =>
            {
                var at = page.IndexOf($"<article id=\"{passage.Id.Number}\"", StringComparison.Ordinal);
                Assert.True(at > 0, passage.Citation.Address);
                Assert.Contains(passage.Sentences[0]
                    .Of(passage.Text)[..10], page[at..page.IndexOf("</article>", at, StringComparison.Ordinal)], StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public async Task Pages_of_a_statement_have_addresses_of_their_own()
    {
        foreach (var path in new[] { "topics", "recommendations", "glossary", "references", "cite/3" })
            Assert.Equal(HttpStatusCode.OK,
                (await server.Client.GetAsync($"/statements/harbour-2022-spyware/{path}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_chat_lets_choose_a_statement_without_scripts_and_remembers_it()
    {
        var chosen = await Post(("scope", "use only harbour-2022-spyware\tHarbour statement on spyware"), ("use", "scope"), ("question", ""));
        Assert.Contains("From now on I answer from: Harbour statement on spyware", chosen, StringComparison.Ordinal);
        Assert.Matches("<option [^>]*data-scope=\"harbour-2022-spyware\" selected", chosen);
        var said = System.Text.RegularExpressions.Regex.Match(chosen, "name=\"history\" value=\"([^\"]+)\"").Groups[1].Value;

        var asked = await Post(("history", said), ("question", "surveillance"));
        Assert.Contains("/statements/harbour-2022-spyware#", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("/statements/harbour-2019-automation#", asked, StringComparison.Ordinal);
        Assert.Matches("<option [^>]*data-scope=\"harbour-2022-spyware\" selected", asked);

        var all = await Post(("history", said), ("scope", "use all\tAll 3 statements"), ("use", "scope"), ("question", ""));
        Assert.DoesNotMatch("<option [^>]*data-scope=\"harbour-2022-spyware\" selected", all);
    }

    async Task<string> Post(params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var response = await server.Client.PostAsync("/", content, TestContext.Current.CancellationToken);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    async Task<string> Get(string path) => WebUtility.HtmlDecode(await server.Client.GetStringAsync(path));
}
