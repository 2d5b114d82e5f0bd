using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>From question to answer: interpret, find, decide, quote.</summary>
public sealed class Answerer(Catalogue catalogue, ISearch search)
{
    /// <summary>The best excerpt and this many further ones.</summary>
    const int SeeAlso = 2;

    /// <summary>A passage that holds less of the question than this is not near it.</summary>
    const double Near = 0.15;

    readonly QuestionInterpreter interpreter = new(catalogue);
    readonly Ranker ranker = new(catalogue.Weights);
    readonly AnswerabilityClassifier answerability = new(catalogue.Weights);
    readonly ReplyTemplates leads = new(catalogue);
    readonly ListSelector lists = new(catalogue.Weights);

    /// <summary>Answers by the statement's own words, or says that it is silent.</summary>
    public Answer Answer(Question question)
    {
        var asked = interpreter.Read(question);
        if (!asked.Text.Any(char.IsLetterOrDigit))
            return leads.AskSomething();
        var found = search.Find(asked);
        if (found.Words.Count == 0 && asked.Context.Count == 0 && !asked.Text.Trim().Contains(' ', StringComparison.Ordinal))
            return leads.AskSomething();
        var ranked = ranker.Rank(found);
        var probability = ListSelector.AsksForAllRecommendations(asked) ? 1 : answerability.Probability(AnswerabilityClassifier.Features(found, ranked));
        var why = question.AsksWhy ? Explanation.Of(found, ranked, probability) : [];
        if (probability < answerability.Threshold)
        {
            var closest = ranked.Take(1 + SeeAlso).ToList();
            if (closest.TrueForAll(r => r.Evidence[Feature.InText] < Near))
                closest.Clear();
            return leads.Silent(asked, found, nothingNear: closest.Count == 0) with { Excerpts = Quote(closest, found), Confidence = probability, Why = why };
        }

        var all = lists.Read(asked, ranked, catalogue);
        return leads.Answered(asked, ranked[0].Passage, all?.Count) with
        {
            Excerpts = Quote(all ?? ranked.Take(1 + SeeAlso), found),
            IsList = all is not null,
            Confidence = probability,
            Why = why,
        };
    }

    /// <summary>What was asked and found, for measuring and tuning.</summary>
    internal InterpretedQuestion Interpret(Question question) => interpreter.Read(question);

    static List<Excerpt> Quote(IEnumerable<Ranked> ranked, Findings found) => [.. ranked.Select(r => new Excerpt(r.Passage, r.Passage.Sentences[found.KeySentence(r.Passage)]))];
}
