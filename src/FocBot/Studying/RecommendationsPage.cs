using FocBot.Core.Statements;
using FocBot.Pages;

namespace FocBot.Studying;

/// <summary>All recommendations, to filter by topic, addressee and strength; a plain form, no script.</summary>
static class RecommendationsPage
{
    internal static Html Body(Catalogue catalogue, string? topic, string? addressee, string? strength)
    {
        var study = catalogue.Statements[0].Study;
        var shown = study.Obligations
            .Where(o => string.IsNullOrEmpty(strength) || o.Strength == strength)
            .Where(o => string.IsNullOrEmpty(addressee) || o.Addressee == addressee || o.Beneficiaries.Contains(addressee))
            .Where(o => string.IsNullOrEmpty(topic) || study.Topics.Any(t => t.Name == topic && t.Passages.Contains(o.Passage))).ToList();
        var onTopic = study.Topics.Where(t => study.Obligations.Any(o => t.Passages.Contains(o.Passage))).Select(t => t.Name);
        return Html.Of($"""
            <main id="main" class="chat">
            <h1>Recommendations</h1>
            <form method="get" class="filter">
            {Select("topic", "Topic", onTopic, topic)}
            {Select("addressee", "For", study.Obligations.SelectMany(o => o.Beneficiaries.Append(o.Addressee)).Where(a => a.Length > 0).Distinct(), addressee)}
            {Select("strength", "Wording", study.Obligations.Select(o => o.Strength).Distinct(), strength)}
            <button>Show</button>
            </form>
            <p role="status">{shown.Count} of {study.Obligations.Count} recommendations</p>
            {Html.Join(shown, o => One(catalogue.Find(o.Passage)!, o))}
            </main>
            """);
    }

    static Html One(Passage passage, Obligation lens) => Html.Of($"""
        <figure>
        <blockquote lang="{passage.Front.Language}">{passage.Text}</blockquote>
        <figcaption>Recommendation {passage.Recommendation}: “{lens.Strength}”{Html.When(lens.Addressee.Length > 0, () => Html.Of($", to {lens.Addressee}"))}. <a href="{StudyPages.Address(passage.Id)}" aria-label="Open in the statement: recommendation {passage.Recommendation}">Open in the statement</a></figcaption>
        </figure>
        """);

    static Html Select(string name, string label, IEnumerable<string> options, string? chosen) => Html.Of($"""
        <label for="{name}">{label}</label> <select id="{name}" name="{name}"><option value="">all</option>{Html.Join(options, o => Html.Of($"<option{Html.When(o == chosen, () => Html.Of($" selected"))}>{o}</option>"))}</select>
        """);
}
