using System.Globalization;
using FocBot.Core.Statements;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FocBot.Channels.Web.Study;

/// <summary>Pages to look things up: topics, recommendations, glossary, references, citations, drafts.</summary>
static class StudyEndpoints
{
    internal static void MapStudy(this WebApplication app)
    {
        app.MapStatementPage("/topics", request => new RazorComponentResult<TopicsPage>(new { request.Statement }));
        app.MapStatementPage("/topics/{topic}", request => TopicOf(request) is { } topic
            ? new RazorComponentResult<TopicPage>(new { request.Statement, Topic = topic }) : null);
        app.MapStatementPage("/recommendations", request =>
            new RazorComponentResult<RecommendationsPage>(new { request.Statement, Filter = FilterOf(request) }));
        app.MapStatementPage("/glossary", request => new RazorComponentResult<GlossaryPage>(new { request.Statement }));
        app.MapStatementPage("/references", request => new RazorComponentResult<ReferencesPage>(new { request.Statement }));
        app.MapStatementPage("/cite/{number}", request => PassageOf(request.Statement, request.Part("number")) is { } passage
            ? new RazorComponentResult<CitePage>(new { request.Statement, Passage = passage }) : null);
        app.MapStatementPage("/drafts/{what}.docx", request => PassagesOf(request) is { Count: > 0 } passages
            ? TypedResults.File(WordFile.Of(passages), WordFile.ContentType, $"{request.Statement.Id}-{Slug.Of(request.Part("what"))}.docx") : null);
        app.MapStatementPage("/drafts/{what}", request => PassagesOf(request) is { Count: > 0 } passages
            ? new RazorComponentResult<DraftPage>(new { request.Statement, Passages = passages, What = Slug.Of(request.Part("what")) }) : null);
        MapShortAddresses(app);
    }

    static void MapShortAddresses(WebApplication app)
    {
        app.MapChoice("/topics", "Topics");
        app.MapChoice("/recommendations", "Recommendations");
        app.MapChoice("/glossary", "Glossary");
        app.MapChoice("/references", "References");
        app.MapGet("/drafts/{what}.docx", IResult (string what, Core.Bot bot) =>
            TypedResults.LocalRedirect($"/statements/{bot.Catalogue.Statements[0].Id}/drafts/{Slug.Of(what)}.docx")).ExcludeFromDescription();
    }

    static Topic? TopicOf(StatementRequest request) => request.Statement.Study.Topics.FirstOrDefault(t => Slug.Of(t.Name) == request.Part("topic"));

    static RecommendationFilter FilterOf(StatementRequest request) =>
        new(request.Query("q"), request.Query("topic"), request.Query("addressee"), request.Query("strength"));

    static Passage? PassageOf(Statement statement, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? statement.Find(parsed) : null;

    // A paragraph by its number, or a topic by one of its names.
    static IReadOnlyList<Passage> PassagesOf(StatementRequest request)
    {
        var what = Slug.Of(request.Part("what"));
        if (PassageOf(request.Statement, what) is { } passage)
            return [passage];
        var topic = request.Statement.Study.Topics.FirstOrDefault(t => t.Also.Append(t.Name).Any(name => Slug.Of(name) == what));
        return topic is null ? [] : [.. topic.Passages.Select(id => request.Statement.Find(id.Number)!)];
    }
}
