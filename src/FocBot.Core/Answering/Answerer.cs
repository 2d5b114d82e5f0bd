using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>From question to answer: interpret, search, decide, quote.</summary>
sealed class Answerer(Catalogue catalogue, ISearch search, QuestionInterpreter interpreter, PhraseBook phrases)
{
    /// <summary>The best excerpt and at most this many further ones.</summary>
    const int SeeAlso = 2;

    /// <summary>A further passage is worth showing from this score beside the best one, or where it has this much of the question's subject.</summary>
    const double WorthScore = 0.02, WorthCoverage = 0.6;

    /// <summary>Below this a question about somebody or something by name, whom no statement has, is not answered as if it had.</summary>
    const double CertainDespiteName = 0.9;

    // In a longer question a name is a circumstance.
    const int MostWordsForName = 4;

    /// <summary>From here on an earlier subject alone is enough for a follow-up whose own words are found nowhere.</summary>
    const double CertainByContext = 0.85;

    /// <summary>A passage that has less of the question than this is not near it.</summary>
    const double Near = 0.08;

    readonly ReplyTemplates leads = new(catalogue, phrases);
    readonly ListSelector lists = new();

    /// <summary>Answers by the statements' own words, or says that they are silent.</summary>
    internal Answer Answer(Question question, Scope scope)
    {
        var asked = interpreter.Read(question);
        var alone = asked with { FollowUp = FollowUp.None, Context = [] };
        var itself = Find(alone, scope);
        if (asked.FollowUp == FollowUp.None || StandsAlone(asked.FollowUp, itself) || !IsAnswered(question.History[^1], scope))
            return Answer(question, alone, itself, scope);
        var together = Find(asked, scope);
        return Decision.Of(itself.Confidence) switch
        {
            Outcome.Answered when asked.FollowUp == FollowUp.NewSubject && !IsAmong(itself, together) => Answer(question, alone, itself, scope),
            Outcome.Silent when itself.Words.Count > 0 => Answer(question, asked, Doubted(together), scope),
            _ => Answer(question, asked, together, scope),
        };
    }

    // Few words that find their answer need no earlier subject; and what the statements do not have is not found in one.
    static bool StandsAlone(FollowUp followUp, SearchResult alone) =>
        followUp != FollowUp.SameSubject && Decision.Of(alone.Confidence) == Outcome.Answered
            ? followUp == FollowUp.Possible
            : alone.SilentSubject is not null || (alone.Unknown.Count > 0 && alone.Unknown.Count * 2 >= alone.Words.Count);

    // The earlier subject chooses among what answers a new one, and brings in nothing else.
    static bool IsAmong(SearchResult alone, SearchResult together) => together.Passages is [var first, ..]
        && alone.Passages.Any(p => p.Passage == first.Passage && IsWorthShowing(p));

    // What the question asks beyond the earlier subject was found nowhere.
    static SearchResult Doubted(SearchResult together) =>
        together.Confidence is >= Decision.Doubt and < CertainByContext ? together with { Confidence = Decision.Doubt } : together;

    // What was not answered before gives a follow-up nothing to lean on.
    bool IsAnswered(string earlier, Scope scope) => Answer(new Question(earlier), scope).Kind == AnswerKind.Answered;

    SearchResult Find(InterpretedQuestion asked, Scope scope) =>
        search.Find(scope.IsNarrow ? asked with { Within = [.. scope.Statements.Select(s => s.Id)] } : asked);

    Answer Answer(Question question, InterpretedQuestion asked, SearchResult found, Scope scope)
    {
        // The channel may want other words around quotations than those of the asker's language.
        var told = question.LeadLanguage is { } language ? asked with { Language = language } : asked;
        if (!asked.Text.Any(char.IsLetterOrDigit))
            return leads.AskSomething(told.Language, scope);
        if (found.Words.Count == 0 && asked.Context.Count == 0 && !asked.Text.Trim().Contains(' ', StringComparison.Ordinal))
            return leads.AskSomething(told.Language, scope);
        var confidence = ListSelector.AsksForAllRecommendations(asked) && found.Passages.Count > 0 ? 1
            : found.Confidence < CertainDespiteName && asked.Context.Count == 0 && AsksForUnknownName(asked.Text, found)
                ? Math.Min(found.Confidence, Decision.Silence)
            : found.Confidence;
        var (outcome, closest) = (Decision.Of(confidence), Closest(found));
        var answer = outcome == Outcome.Answered ? Answered(asked, told, found)
            : outcome == Outcome.Unsure && closest.Count > 0 ? leads.Unsure(told, closest, scope) with { Excerpts = Quote(closest) }
            : leads.Silent(told, found, closest, scope) with { Excerpts = Quote(closest) };
        return answer with { Confidence = confidence, Why = question.AsksWhy ? found.Explain() : [] };
    }

    /// <summary>What one statement says about a subject; null where it is silent, or no passage has a word of it.</summary>
    internal Excerpt? Best(string subject, Statement statement)
    {
        var found = search.Find(interpreter.Read(new Question(subject)) with { Within = [statement.Id] });
        // Sample questions tell that a passage answers by other words; without them it must have the subject itself.
        var enough = statement.Lines.Count > 0 ? Near : WorthCoverage;
        return Decision.Of(found.Confidence) != Outcome.Answered || found.Passages[0].Coverage < enough ? null : Quote(found.Passages.Take(1))[0];
    }

    Answer Answered(InterpretedQuestion asked, InterpretedQuestion told, SearchResult found)
    {
        var all = lists.Read(asked, found.Passages, catalogue);
        return leads.Answered(told, found, all) with { Excerpts = Quote(all ?? WithSeeAlso(found)), IsList = all is not null };
    }

    static IEnumerable<FoundPassage> WithSeeAlso(SearchResult found) =>
        found.Passages.Take(1).Concat(found.Passages.Skip(1).Take(SeeAlso).Where(p => IsWorthShowing(p) && IsProse(p)));

    static bool AsksForUnknownName(string text, SearchResult found) =>
        found.Unknown.Count(word => new UnknownWord(text, word).IsName) is > 0 and var names && names * MostWordsForName >= found.Words.Count;

    // An address or a date by itself is near nothing.
    static bool IsProse(FoundPassage found) => found.Passage.Kind is not (PassageKind.Link or PassageKind.Date);

    static bool IsWorthShowing(FoundPassage found) => found.Score >= WorthScore || found.Coverage >= WorthCoverage;

    static List<FoundPassage> Closest(SearchResult found)
    {
        var closest = found.Passages.Where(IsProse).Take(1 + SeeAlso).ToList();
        return closest.TrueForAll(p => p.Coverage < Near) ? [] : closest;
    }

    static List<Excerpt> Quote(IEnumerable<FoundPassage> passages) => [.. passages.Select(p => new Excerpt(p.Passage, p.Passage.Sentences[p.KeySentence]))];
}
