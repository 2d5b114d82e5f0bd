using System.Collections.Frozen;
using FocBot.Core.Answering;
using FocBot.Core.Statements;
using FocBot.Search.Analysis;
using FocBot.Search.Indexing;
using FocBot.Search.Ranking;

namespace FocBot.Search.Searching;

/// <summary>Searches the statements with Lucene, and with a sentence encoder where words alone do not decide.</summary>
public sealed class LuceneSearch : ISearch, IDisposable
{
    // Beyond these probabilities words alone decide.
    const double SurelySilent = 0.02, SurelyAnswered = 0.98;

    // From here on nobody asks which subject the statements lack.
    const double LikelyAnswered = 0.5;

    readonly Catalogue catalogue;
    readonly FrozenDictionary<string, Statement> statements;
    readonly FrozenDictionary<string, RankingWeights> models;
    readonly SynonymExpander synonyms;
    readonly StatementChooser chooser;
    readonly IndexFolder folder;
    readonly ITextEncoder? encoder;

    LuceneSearch(Catalogue catalogue, string? indexFolder, ITextEncoder? encoder)
    {
        (this.catalogue, this.encoder) = (catalogue, encoder);
        statements = catalogue.Statements.ToFrozenDictionary(s => s.Id, StringComparer.Ordinal);
        models = RankingWeights.Situations.ToFrozenDictionary(situation => situation, situation =>
            new RankingWeights(catalogue.Weights, situation), StringComparer.Ordinal);
        synonyms = new(catalogue.Synonyms);
        chooser = new(catalogue.Statements);
        var (functionWords, frequent) = (QueryAnalyzer.FunctionWords(catalogue.Languages, "en"), catalogue.FrequentWords.ToFrozenSet(StringComparer.Ordinal));
        folder = IndexFolder.Open(indexFolder, new SearcherWarmer(reader => new(reader, functionWords, frequent)));
    }

    /// <summary>What was indexed when this was opened.</summary>
    public IndexChanges Changes { get; private set; } = IndexChanges.None;

    /// <summary>The folder of the index; null when it is in memory.</summary>
    public string? IndexPath => folder.Path;

    /// <summary>Opens the index and brings it up to date: new and changed statements are indexed, removed ones deleted, others stay as they are.</summary>
    /// <param name="catalogue">The content.</param>
    /// <param name="indexFolder">Where the index is kept; null keeps it in memory.</param>
    /// <param name="usesEncoder">Whether the sentence encoder may be asked where words alone do not decide.</param>
    /// <param name="progress">Hears what is being indexed.</param>
    public static LuceneSearch Open(Catalogue catalogue, string? indexFolder, bool usesEncoder = true, IProgress<string>? progress = null) =>
        Open(catalogue, indexFolder, usesEncoder ? new SentenceEncoder() : null, progress);

    internal static LuceneSearch Open(Catalogue catalogue, string? indexFolder, ITextEncoder? encoder, IProgress<string>? progress = null)
    {
        var search = new LuceneSearch(catalogue, indexFolder, encoder);
        search.Changes = new IndexUpdater(catalogue, search.synonyms, search.folder).Update(progress);
        return search;
    }

    /// <summary>Whether the folder has an index in which nothing of the content is missing.</summary>
    public static bool IsUpToDate(Catalogue catalogue, string indexFolder)
    {
        using var search = new LuceneSearch(catalogue, indexFolder, null);
        return new IndexUpdater(catalogue, search.synonyms, search.folder).IsUpToDate();
    }

    /// <summary>What hinders the sentence encoder from being loaded on this machine, in one word; null where it loads.</summary>
    public static string? EncoderFault()
    {
        try
        {
            new SentenceEncoder().Encode("");
            return null;
        }
        // A native library that is missing or of another processor, a model that is cut off, too little memory: the runtime has no common type for them.
#pragma warning disable CA1031
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return fault.GetBaseException().GetType().Name;
        }
    }

    /// <summary>Encodes the statements that have no vectors yet, one after another; they are found by words meanwhile.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; the statements that were done by then keep their vectors.</exception>
    public void EncodeMissing(IProgress<string>? progress, CancellationToken cancel)
    {
        if (encoder is not null)
            new IndexUpdater(catalogue, synonyms, folder).Encode(encoder, progress, cancel);
    }

    /// <inheritdoc/>
    public SearchResult Find(InterpretedQuestion question)
    {
        using var lease = folder.Acquire();
        var query = new QueryAnalyzer(catalogue.Languages, synonyms, lease.Searcher.Vocabulary).Analyze(question);
        var words = new QuestionWords(query, lease.Searcher.Vocabulary);
        var found = Rank(question, words, query, lease.Searcher);
        var ordered = ResultOrder.Of(found);
        var lookUp = question.LookUp is null ? null : new LookUp(query, words, lease.Searcher).Find(ordered);
        var ranked = found.FirstOrDefault() is not { } first ? 0 : words.IsUntranslated ? first.ConfidenceUntranslated : first.Confidence;
        var confidence = lookUp?.Limit(found) ?? ranked;
        return new(lookUp?.Passages ?? ordered, confidence)
        {
            Words = [.. query.Subjects.Select(w => w.Text)],
            Unknown = words.Unknown,
            SilentSubject = confidence >= LikelyAnswered ? null : SilentSubjects.Named(query, lease.Searcher),
            IsLookUpFound = lookUp?.IsFound,
            Explain = () => RankingExplanation.Of(query, words, found),
        };
    }

    /// <summary>The evidence of each statement: for tuning.</summary>
    internal (IReadOnlyList<StatementEvidence> Evidence, QuestionWords Words) Evidence(InterpretedQuestion question, bool usesEncoder)
    {
        using var lease = folder.Acquire();
        var query = new QueryAnalyzer(catalogue.Languages, synonyms, lease.Searcher.Vocabulary).Analyze(question);
        var words = new QuestionWords(query, lease.Searcher.Vocabulary);
        var collector = new EvidenceCollector(lease.Searcher, statements, question, query, words);
        var evidence = collector.ByWords([]);
        return (usesEncoder ? collector.ByVectors(encoder!.Encode(TextToEncode.OfAsked(question))) : evidence, words);
    }

    public void Dispose() => folder.Dispose();

    List<RankedStatement> Rank(InterpretedQuestion question, QuestionWords words, AnalyzedQuery query, StatementSearcher searcher)
    {
        var collector = new EvidenceCollector(searcher, statements, question, query, words);
        var found = Rank(question, words,
            collector.ByWords(question.Within.Count == 0 && chooser.Named(question.English) is { } named ? [named] : question.Within));
        var isUndecided = found.Count == 0 || found.Exists(f => f.Probability is > SurelySilent and < SurelyAnswered);
        return isUndecided && encoder is not null && !searcher.Vectors.IsEmpty
            ? Rank(question, words, collector.ByVectors(encoder.Encode(TextToEncode.OfAsked(question))))
            : found;
    }

    List<RankedStatement> Rank(InterpretedQuestion question, QuestionWords words, IReadOnlyList<StatementEvidence> evidence)
    {
        var judged = evidence.Where(e => e.Passages.Count > 0).Select(e =>
        {
            var model = models[RankingWeights.SituationOf(e.HasVectors, e.HasSamples)];
            var ranked = model.Rank(e);
            return new RankedStatement(e, ranked, model.Probability(AnswerabilityFeatures.Of(question, e, ranked, words)));
        }).ToList();
        return [.. judged.Select(s => s with { Probability = s.Probability * SharedSilence.Of(s, judged) })
            .OrderByDescending(s => s.Probability).ThenBy(s => s.Evidence.Statement.Id, StringComparer.Ordinal)];
    }
}
