using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>From question to answer: interpret, find, decide, quote.</summary>
sealed class Answerer(Catalogue catalogue, ISearch search, QuestionInterpreter interpreter, PhraseBook phrases)
{
    /// <summary>The best excerpt and this many further ones.</summary>
    const int SeeAlso = 2;

    /// <summary>A passage that holds less of the question than this is not near it.</summary>
    const double Near = 0.15;

    readonly Ranker ranker = new(catalogue.Weights);
    readonly AnswerabilityClassifier answerability = new(catalogue.Weights);
    readonly ReplyTemplates leads = new(catalogue, phrases);
    readonly ListSelector lists = new(catalogue.Weights);

    /// <summary>Answers by the statements' own words, or says that they are silent.</summary>
    internal Answer Answer(Question question, Scope scope)
    {
        var asked = interpreter.Read(question);
        // What was not answered before gives a follow-up nothing to lean on.
        return asked.Context.Count > 0 && Answer(question with { Text = question.History[^1], History = [] }, scope).Kind != AnswerKind.Answered
            ? Answer(question with { History = [] }, interpreter.Read(question with { History = [] }), scope)
            : Answer(question, asked, scope);
    }

    Answer Answer(Question question, InterpretedQuestion asked, Scope scope)
    {
        if (!asked.Text.Any(char.IsLetterOrDigit))
            return leads.AskSomething(asked.Language, scope);
        var found = Within(search.Find(asked), scope);
        if (found.Words.Count == 0 && asked.Context.Count == 0 && !asked.Text.Trim().Contains(' ', StringComparison.Ordinal))
            return leads.AskSomething(asked.Language, scope);
        var ranked = ranker.Rank(found);
        var probability = ListSelector.AsksForAllRecommendations(asked) ? 1 : answerability.Probability(AnswerabilityClassifier.Features(found, ranked));
        var why = question.AsksWhy ? Explanation.Of(found, ranked, probability) : [];
        if (probability < answerability.Threshold)
        {
            var closest = ranked.Take(1 + SeeAlso).ToList();
            if (closest.TrueForAll(r => r.Evidence[Feature.InText] < Near))
                closest.Clear();
            return leads.Silent(asked, found, closest, scope) with { Excerpts = Quote(closest, found), Confidence = probability, Why = why };
        }

        var all = lists.Read(asked, ranked, catalogue);
        return leads.Answered(asked, ranked[0].Passage, all) with
        {
            Excerpts = Quote(all ?? ranked.Take(1 + SeeAlso), found),
            IsList = all is not null,
            Confidence = probability,
            Why = why,
        };
    }

    /// <summary>What one statement says about a subject; null where it is silent, or no passage has a word of it.</summary>
    internal Excerpt? Best(string subject, Statement statement)
    {
        var found = Within(search.Find(interpreter.Read(new Question(subject))), new([statement], IsNarrow: true));
        var ranked = ranker.Rank(found);
        return ranked[0].Evidence[Feature.InText] < Near || answerability.Probability(AnswerabilityClassifier.Features(found, ranked)) < answerability.Threshold
            ? null
            : Quote(ranked.Take(1), found)[0];
    }

    static Findings Within(Findings found, Scope scope) => !scope.IsNarrow ? found
        : found with { Passages = [.. found.Passages.Where(p => scope.Statements.Any(s => s.Id == p.Passage.Id.Statement))] };

    /// <summary>What was asked and found, for measuring and tuning.</summary>
    internal InterpretedQuestion Interpret(Question question) => interpreter.Read(question);

    static List<Excerpt> Quote(IEnumerable<Ranked> ranked, Findings found) => [.. ranked.Select(r => new Excerpt(r.Passage, r.Passage.Sentences[found.KeySentence(r.Passage)]))];
}
