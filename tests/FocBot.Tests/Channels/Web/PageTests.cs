using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;

namespace FocBot.Tests.Channels.Web;

/// <summary>The pages over HTTP, as a browser without scripts gets them.</summary>
public sealed class PageTests(RunningServer server) : IClassFixture<RunningServer>
{
    const string Statement = "/statements/foc-2020-cybersecurity";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/topics", Statement + "/topics")]
    [InlineData("/recommendations?strength=should+encourage", Statement + "/recommendations?strength=should+encourage")]
    [InlineData("/glossary", Statement + "/glossary")]
    [InlineData("/references", Statement + "/references")]
    [InlineData("/drafts/internet%20shutdowns.docx", Statement + "/drafts/internet-shutdowns.docx")]
    public async Task A_short_address_leads_to_the_page_of_the_only_statement(string address, string target) =>
        Assert.Equal(target, (await Get(address)).RequestMessage!.RequestUri!.PathAndQuery);

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/statements/none")]
    [InlineData("/statements/none/topics")]
    [InlineData(Statement + "/topics/none")]
    [InlineData(Statement + "/cite/0")]
    [InlineData(Statement + "/cite/99999999999")]
    [InlineData(Statement + "/drafts/none.docx")]
    public async Task An_address_that_leads_nowhere_is_a_page_for_people(string address)
    {
        var response = await Get(address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no page at this address", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_statement_there_is_none_to_choose() =>
        Assert.DoesNotContain("<select", await server.Client.GetStringAsync("/", Cancel), StringComparison.Ordinal);

    [Fact]
    public async Task A_program_gets_problem_details_instead()
    {
        var response = await server.Client.GetAsync("/nothing", Cancel);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Statement)]
    [InlineData(Statement + "/topics/surveillance")]
    [InlineData(Statement + "/recommendations")]
    [InlineData("/nothing")]
    public async Task Who_only_reads_gets_no_cookie_and_a_footer_with_privacy_and_terms(string address)
    {
        var response = await Get(address);
        var page = await response.Content.ReadAsStringAsync(Cancel);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Contains("<a href=\"/privacy\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/terms\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<style|<script>| style=| on[a-z]+=", page);
    }

    [Fact]
    public async Task Every_passage_stands_on_the_reading_page_word_for_word()
    {
        var page = await Text(Statement);
        foreach (var passage in ShippedContent.Statement.Passages)
        {
            var article = Regex.Match(page, $"<article id=\"{passage.Id.Number}\".*?<p class=\"words\">(.*?)</p>", RegexOptions.Singleline).Groups[1].Value;
            var words = Regex.Replace(Regex.Replace(article, "<span class=\"label\".*?</span>|<sup>.*?</sup>", ""), "<[^>]+>", "");
            Assert.Equal(passage.Text, WebUtility.HtmlDecode(words));
        }
    }

    [Fact]
    public async Task Addresses_to_take_along_start_with_the_public_address()
    {
        await using var published = new RunningServer { Settings = ["--Server:PublicAddress=https://foc.example.org"] };
        await published.InitializeAsync();
        var page = await published.Client.GetStringAsync(Statement, Cancel);
        Assert.Contains($"data-copy=\"https://foc.example.org{Statement}#13\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=HYGIENE", 1)]
    [InlineData("q=private+SECTOR", 2)]
    [InlineData("strength=Should+Encourage", 3)]
    [InlineData("topic=surveillance&q=oversight", 1)]
    [InlineData("q=%3Cscript%3E", 0)]
    [InlineData("", 11)]
    public async Task A_filters_address_shows_what_it_filters(string query, int shown)
    {
        var page = await Text($"{Statement}/recommendations?{query}");
        Assert.Equal(shown, Regex.Count(page, "<figure class=\"excerpt\" data-topic"));
        Assert.Contains($"<span data-count>{shown}</span> of 11", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Word_file_of_a_topic_quotes_its_passages_with_footnotes()
    {
        var bytes = await server.Client.GetByteArrayAsync($"{Statement}/drafts/cyber-hygiene.docx", Cancel);
        using var stream = new MemoryStream(bytes);
        using var file = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Contains(ShippedContent.Statement.Find(25)!.Text, file.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        Assert.Contains("para. 25", file.MainDocumentPart.FootnotesPart!.Footnotes!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_shows_its_label_and_says_its_words()
    {
        using var form = new FormUrlEncodedContent([new("history", "quiz"), new("choice", "paragraph 25\tThe last one")]);
        var page = await (await server.Client.PostAsync("/", form, Cancel)).Content.ReadAsStringAsync(Cancel);
        Assert.Contains("You asked: </span>The last one<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("</span>paragraph 25<", page, StringComparison.Ordinal);
        Assert.Contains("cyber hygiene", page, StringComparison.Ordinal);
    }

    async Task<HttpResponseMessage> Get(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return await server.Client.SendAsync(request, Cancel);
    }

    async Task<string> Text(string address) => await (await Get(address)).Content.ReadAsStringAsync(Cancel);
}
