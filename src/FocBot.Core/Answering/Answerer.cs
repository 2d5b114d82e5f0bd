using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>From question to answer: interpret, search, decide, quote.</summary>
sealed class Answerer(Catalogue catalogue, ISearch search, QuestionInterpreter interpreter, PhraseBook phrases)
{
    /// <summary>The best excerpt and at most this many further ones.</summary>
    const int SeeAlso = 2;

    /// <summary>A further passage is worth showing from this score beside the best one, or where it has this much of the question's subject.</summary>
    const double WorthScore = 0.02, WorthCoverage = 0.6;

    /// <summary>A passage that has less of the question than this is not near it.</summary>
    const double Near = 0.08;

    readonly ReplyTemplates leads = new(catalogue, phrases);
    readonly ListSelector lists = new();

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
        var found = search.Find(scope.IsNarrow ? asked with { Within = [.. scope.Statements.Select(s => s.Id)] } : asked);
        if (found.Words.Count == 0 && asked.Context.Count == 0 && !asked.Text.Trim().Contains(' ', StringComparison.Ordinal))
            return leads.AskSomething(asked.Language, scope);
        var confidence = ListSelector.AsksForAllRecommendations(asked) && found.Passages.Count > 0 ? 1 : found.Confidence;
        var (outcome, closest) = (Decision.Of(confidence), Closest(found));
        var answer = outcome == Outcome.Answered ? Answered(asked, found)
            : outcome == Outcome.Unsure && closest.Count > 0 ? leads.Unsure(asked, closest, scope) with { Excerpts = Quote(closest) }
            : leads.Silent(asked, found, closest, scope) with { Excerpts = Quote(closest) };
        return answer with { Confidence = confidence, Why = question.AsksWhy ? found.Explain() : [] };
    }

    /// <summary>What one statement says about a subject; null where it is silent, or no passage has a word of it.</summary>
    internal Excerpt? Best(string subject, Statement statement)
    {
        var found = search.Find(interpreter.Read(new Question(subject)) with { Within = [statement.Id] });
        return Decision.Of(found.Confidence) != Outcome.Answered || found.Passages[0].Coverage < Near ? null : Quote(found.Passages.Take(1))[0];
    }

    Answer Answered(InterpretedQuestion asked, SearchResult found)
    {
        var all = lists.Read(asked, found.Passages, catalogue);
        return leads.Answered(asked, found.Passages[0].Passage, all) with { Excerpts = Quote(all ?? WithSeeAlso(found)), IsList = all is not null };
    }

    static IEnumerable<FoundPassage> WithSeeAlso(SearchResult found) =>
        found.Passages.Take(1).Concat(found.Passages.Skip(1).Take(SeeAlso).Where(p => p.Score >= WorthScore || p.Coverage >= WorthCoverage));

    static List<FoundPassage> Closest(SearchResult found)
    {
        var closest = found.Passages.Take(1 + SeeAlso).ToList();
        return closest.TrueForAll(p => p.Coverage < Near) ? [] : closest;
    }

    static List<Excerpt> Quote(IEnumerable<FoundPassage> passages) => [.. passages.Select(p => new Excerpt(p.Passage, p.Passage.Sentences[p.KeySentence]))];
}
