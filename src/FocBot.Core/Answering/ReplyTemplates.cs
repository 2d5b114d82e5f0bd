using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>The sentences that answers open with, from fixed templates, in the asker's language where the content has it.</summary>
sealed class ReplyTemplates(Catalogue catalogue, PhraseBook phrases)
{
    /// <summary>From here on a word that the statement lacks is of no matter.</summary>
    const double Certain = 0.95;

    // Among more words of the subject one that the statement lacks is a circumstance.
    const int MostSubjectWords = 4;

    /// <summary>Most choices of topics near a silence.</summary>
    const int MostTopics = 3;

    readonly Premises premises = new(catalogue);

    internal Answer AskSomething(string language, Scope scope)
    {
        var say = phrases.In(language);
        return new(AnswerKind.Nothing, say["ask-something"], [], Starters.Of(scope.Statements, say)) { Labels = say.Labels };
    }

    internal Answer Unsure(InterpretedQuestion asked, IReadOnlyList<FoundPassage> closest, Scope scope)
    {
        var say = phrases.In(asked.Language);
        var unsure = scope.Statements.Count > 1 ? say["unsure-all"] : Named(say["unsure"], scope, say);
        var lead = premises.Corrects(asked, null) is { } fact ? $"{fact} {unsure}" : unsure;
        return new(AnswerKind.Unsure, lead, [], Near(closest, say, scope)) { Labels = say.Labels };
    }

    internal Answer Answered(InterpretedQuestion asked, SearchResult found, IReadOnlyList<FoundPassage>? all)
    {
        var best = found.Passages[0].Passage;
        var say = phrases.In(asked.Language);
        var isOfOne = all is null || all.All(p => p.Passage.Id.Statement == best.Id.Statement);
        var lead = premises.Corrects(asked, best.Id.Statement) is { } fact ? $"{fact} {say["answer"]}"
            : FactOf(asked, best)
            ?? (all is not null && all.All(r => r.Passage.Kind == PassageKind.Recommendation) ? say.Of("list-recommendations", ("count", all.Count))
            : all is not null && !isOfOne ? say.Of("list-all", ("count", all.Count), ("statements", all.DistinctBy(p => p.Passage.Id.Statement).Count()))
            : all is not null ? say.Of("list", ("count", all.Count))
            : asked.Language == "en" && found.Confidence < Certain && found.Words.Count <= MostSubjectWords && found.Unknown is [var word]
                && new UnknownWord(asked.Text, word) is { IsSubject: true } unknown ? say.Of("answer-other-words", ("words", unknown.AsTyped))
            : asked.Language == "en" && Premises.Presumes(asked) && premises.SubjectOf(asked, best) is { } subject ? say.Of("premise", ("subject", subject))
            : asked.Language == "en" && Premises.IsPutOtherwise(asked, best) ? say["premise-plain"]
            : asked.AnswerType == AnswerType.YesNo ? say["yesno"]
            : say["answer"]);
        var named = catalogue.Statements.Count > 1 && isOfOne ? say.Named(lead, best.Front) : lead;
        return new(AnswerKind.Answered, named, [], Next(best, say)) { Labels = say.Labels };
    }

    internal Answer Silent(InterpretedQuestion asked, SearchResult found, IReadOnlyList<FoundPassage> closest, Scope scope)
    {
        var say = phrases.In(asked.Language);
        var fact = premises.Corrects(asked, null);
        // Where the passage has the very subject, the text is not silent on it: it only does not say what was asked.
        var held = closest.Count > 0 && asked.Language == "en" ? premises.SubjectOf(asked, closest[0].Passage) : null;
        var lead = fact
            ?? (held is not null ? say.Of("premise-unsure", ("subject", held))
            : SubjectOf(asked, found) is { } subject ? OfScope("silence", ("subject", subject))
            : OfScope(closest.Count == 0 ? "nothing" : "silence-plain"));
        return new(closest.Count == 0 ? AnswerKind.Nothing : AnswerKind.Silent, lead, [], Near(closest, say, scope)) { Labels = say.Labels };

        string OfScope(string key, params ReadOnlySpan<(string, object)> values) => scope.Statements.Count > 1
            ? say.Of($"{key}-all", [("count", scope.Statements.Count), .. values]) : Named(say.Of(key, values), scope, say);
    }

    // Of several statements one was asked: which one is said.
    string Named(string lead, Scope scope, Wording say) =>
        catalogue.Statements.Count > 1 && scope.Statements is [var only] ? say.Named(lead, only.Front) : lead;

    // What the statement is silent on: a known subject that the question names, else the words that nobody here knows.
    static string? SubjectOf(InterpretedQuestion asked, SearchResult found)
    {
        if (asked.Language != "en")
            return null;
        if (found.SilentSubject is { } silent)
            return silent;
        var unknown = found.Unknown.Select(word => new UnknownWord(asked.Text, word)).ToList();
        var isNothingElse = asked.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == unknown.Count;
        return unknown.Count is 1 or 2 && found.Words.Count <= MostSubjectWords && (isNothingElse || unknown.TrueForAll(word => word.IsSubject))
            ? string.Join(", ", unknown.Select(word => $"\u201C{word.AsTyped}\u201D")) : null;
    }

    // Facts are written in English; in other languages the passage has to do.
    string? FactOf(InterpretedQuestion asked, Passage best)
    {
        if (asked.Language != "en")
            return null;
        var words = asked.English.ToLowerInvariant();
        return catalogue.Statements.SelectMany(s => s.Facts)
            .Where(f => f.Passage == best.Id && f.Words.All(w => words.Contains(w, StringComparison.Ordinal)))
            .OrderByDescending(f => f.Words.Count).FirstOrDefault()?.Text;
    }

    // The topics of the closest passages, else the starters.
    List<Choice> Near(IReadOnlyList<FoundPassage> closest, Wording say, Scope scope)
    {
        var topics = closest.SelectMany(r => scope.Statements.SelectMany(s => s.Study.Topics).Where(t => t.Passages[0] == r.Passage.Id).Take(2))
            .Distinct().Take(MostTopics).Select(t => new Choice(t.Name, $"topic {t.Name.ToLowerInvariant()}")).ToList();
        return topics.Count == 0 ? [.. Starters.Of(scope.Statements, say), Buttons.Of(say, "help")]
            : [.. topics, Buttons.Of(say, "topics"), Buttons.Of(say, "help")];
    }

    List<Choice> Next(Passage best, Wording say)
    {
        List<Choice> next = [Buttons.Of(say, "more"), Buttons.Cite(say, best), Buttons.Of(say, "topics"), Buttons.Of(say, "help")];
        if (catalogue.Statements.First(s => s.Id == best.Id.Statement).Recommendations.Count > 0)
            next.Insert(0, Buttons.Of(say, "recommendations"));
        return next;
    }
}
