using System.Buffers;
using FocBot.Core.Answering;
using FocBot.Core.Statements;
using FocBot.Search.Analysis;
using FocBot.Search.Indexing;
using FocBot.Search.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace FocBot.Search.Searching;

/// <summary>Collects what the index says about one question: first by words, then by vectors where words alone do not decide.</summary>
sealed class EvidenceCollector
{
    const int TopPassages = 60, TopSentences = 120, TopSamples = 120, TopVectors = 60;

    // Statements beyond this are not looked at closely.
    const int MaxStatements = 8;

    // BM25 with k1 = 1.2 gives a term at most this many times its idf.
    const double MaxTermScore = 2.2;

    // The shares of a key sentence's evidence.
    const double SentenceScoreWeight = 12, SentenceCosineWeight = 10;

    const double LeastShare = 1e-6;

    readonly StatementSearcher searcher;
    readonly AnalyzedQuery query;
    readonly InterpretedQuestion question;
    readonly IReadOnlyDictionary<string, Statement> catalogue;
    readonly Dictionary<int, StatementEvidence> statements = [];
    readonly QuestionWords words;
    // Whether vectors may bring in statements that share no word with the question.
    bool isOpen;

    internal EvidenceCollector(StatementSearcher searcher, IReadOnlyDictionary<string,
        Statement> catalogue, InterpretedQuestion question, AnalyzedQuery query, QuestionWords words)
    {
        (this.searcher, this.catalogue, this.question, this.query, this.words) = (searcher, catalogue, question, query, words);
    }

    /// <summary>The statements worth looking at, with what words say; those alone that are asked <paramref name="within"/>, unless all are.</summary>
    internal IReadOnlyList<StatementEvidence> ByWords(IReadOnlyList<string> within)
    {
        Score(PassageQuery.Passages(query), TopPassages, (evidence, document, score) => evidence.Of(Table.PassageOf(document))[Feature.Passage] = score);
        Score(PassageQuery.Headings(query), TopPassages, (evidence, document, score) => evidence.Of(Table.PassageOf(document))[Feature.Heading] = score);
        Score(PassageQuery.Sentences(query), TopSentences, (evidence, document, score) =>
        {
            var passage = evidence.Of(Table.PassageOf(document));
            passage.Raise(Feature.Sentence, score);
            passage.Sentences[Table.SentenceOf(document)] += SentenceScoreWeight * score;
        });
        Score(PassageQuery.SampleQuestions(query), TopSamples, (evidence, document, score) =>
        {
            foreach (var passage in Table.AnswersOf(document))
                evidence.Of(passage).Raise(Feature.Sample, score);
        });
        KeepNearest(within);
        foreach (var (number, evidence) in statements)
            Complete(number, evidence);
        return [.. statements.Values];
    }

    /// <summary>Adds what the vectors say.</summary>
    internal IReadOnlyList<StatementEvidence> ByVectors(sbyte[] vector)
    {
        var cosines = ArrayPool<float>.Shared.Rent(searcher.Vectors.Count);
        searcher.Vectors.Compare(vector, cosines);
        var (votes, nearest) = Count(cosines);
        foreach (var document in nearest.Select(searcher.Vectors.DocumentOf).Where(d => isOpen || statements.ContainsKey(Table.StatementOf(d))))
            EvidenceOf(Table.StatementOf(document))?.Of(Table.PassageOf(document));
        foreach (var (number, evidence) in statements)
        {
            Complete(number, evidence);
            if (evidence.HasSamples)
                votes.Vote(number, evidence);
        }

        for (var row = 0; row < searcher.Vectors.Count; row++)
            Compare(searcher.Vectors.DocumentOf(row), cosines[row]);
        ArrayPool<float>.Shared.Return(cosines);
        return [.. statements.Values];
    }

    // Sample questions vote for their passages; of passages and sentences the nearest are looked at.
    (SampleVotes Votes, IEnumerable<int> Nearest) Count(float[] cosines)
    {
        var (votes, nearest) = (new SampleVotes(), new PriorityQueue<int, float>(TopVectors + 1));
        for (var row = 0; row < searcher.Vectors.Count; row++)
        {
            var document = searcher.Vectors.DocumentOf(row);
            if (Table.PassageOf(document) == 0)
                votes.Add(Table.StatementOf(document), Table.AnswersOf(document), cosines[row],
                    Table.Statements[Table.StatementOf(document)] == StatementDocuments.Silent);
            else if (nearest.Count < TopVectors)
                nearest.Enqueue(row, cosines[row]);
            else
                nearest.EnqueueDequeue(row, cosines[row]);
        }

        return (votes, nearest.UnorderedItems.Select(item => item.Element).Order());
    }

    void Compare(int document, float cosine)
    {
        if (Table.PassageOf(document) == 0 || !statements.TryGetValue(Table.StatementOf(document), out var evidence)
            || !evidence.Passages.TryGetValue(Table.PassageOf(document), out var passage))
            return;
        evidence.HasVectors = true;
        if (Table.SentenceOf(document) is >= 0 and var sentence)
        {
            passage.Raise(Feature.SentenceVector, cosine);
            passage.Sentences[sentence] += SentenceCosineWeight * cosine;
        }
        else
        {
            passage[Feature.PassageVector] = cosine;
        }
    }

    DocumentTable Table => searcher.Table;

    void Score(Query? query, int most, Action<StatementEvidence, int, double> add)
    {
        if (query is null || words.TotalIdf <= 0)
            return;
        foreach (var hit in searcher.Search(query, most).ScoreDocs)
        {
            if (EvidenceOf(Table.StatementOf(hit.Doc)) is { } evidence)
                add(evidence, hit.Doc, hit.Score / (words.TotalIdf * MaxTermScore));
        }
    }

    StatementEvidence? EvidenceOf(int number)
    {
        if (statements.TryGetValue(number, out var evidence))
            return evidence;
        var id = Table.Statements[number];
        if (!catalogue.TryGetValue(id, out var statement))
            return null;
        statements.Add(number, evidence = new(statement));
        return evidence;
    }

    // Of few statements all are looked at: a question may have no word in common with the one that answers.
    void KeepNearest(IReadOnlyList<string> within)
    {
        foreach (var (number, _) in Table.Headers.Take(catalogue.Count > MaxStatements ? 0 : MaxStatements + 1))
            EvidenceOf(number);
        foreach (var (number, _) in statements.Where(s => within.Count > 0 && !within.Contains(s.Value.Statement.Id)).ToList())
            statements.Remove(number);
        foreach (var (number, _) in statements.OrderByDescending(s =>
            s.Value.Passages.Values.Select(p => p[Feature.Passage] + p[Feature.Sentence] + p[Feature.Heading] + p[Feature.Sample]).DefaultIfEmpty().Max())
            .ThenBy(s => s.Value.Statement.Id, StringComparer.Ordinal).Skip(MaxStatements).ToList())
            statements.Remove(number);
        isOpen = within.Count == 0;
    }

    void Complete(int number, StatementEvidence evidence)
    {
        if (searcher.Classifiers.TryGetValue(number, out var classifier) && evidence.ClassOdds == 0)
            Classify(evidence, classifier.Probabilities(query));
        foreach (var passage in evidence.Passages.Values)
            passage[Feature.AnswerType] = AnswerTypeMatch.Of(question.AnswerType, passage.Passage);
        Cover(number, evidence);
    }

    static void Classify(StatementEvidence evidence, float[] probabilities)
    {
        var next = 0;
        foreach (var passage in evidence.Statement.Passages)
        {
            var its = evidence.Of(passage.Id.Number);
            var sum = 0.0;
            foreach (var probability in probabilities.AsSpan(next, passage.Sentences.Count))
                sum += probability;
            its[Feature.Class] = Math.Log(sum + LeastShare);
            for (var i = 0; i < passage.Sentences.Count; i++)
                its.Sentences[i] += probabilities[next + i] / (sum + LeastShare);
            next += passage.Sentences.Count;
        }

        evidence.ClassOdds = LogOdds(probabilities[^1]);
    }

    static double LogOdds(double probability) => Math.Log((probability + LeastShare) / (1 - probability + LeastShare));

    // The share of the subject words' idf in each passage; a synonym counts a little less.
    void Cover(int number, StatementEvidence evidence)
    {
        const double synonymWeight = 0.8;
        var passages = evidence.Passages.OrderBy(p => p.Key).Select(p => (Document: Table.DocumentOf(number, p.Key), p.Value)).ToList();
        var shares = new double[passages.Count];
        foreach (var (subject, idf) in words.Subjects)
        {
            var found = new double[passages.Count];
            foreach (var stem in subject.Synonyms)
                Mark(stem, synonymWeight, passages, found);
            Mark(subject.Stem, 1, passages, found);
            for (var i = 0; i < shares.Length; i++)
                shares[i] += found[i] * idf;
        }

        for (var i = 0; i < shares.Length && words.TotalIdf > 0; i++)
            passages[i].Value[Feature.InText] = shares[i] / words.TotalIdf;
    }

    void Mark(string stem, double weight, List<(int Document, PassageEvidence)> passages, double[] found)
    {
        if (MultiFields.GetTermDocsEnum(searcher.IndexReader, null, FieldNames.PassageText("en"), new BytesRef(stem), DocsFlags.NONE) is not { } postings)
            return;
        var at = -1;
        for (var i = 0; i < passages.Count && at != DocIdSetIterator.NO_MORE_DOCS; i++)
        {
            if (at < passages[i].Document)
                at = postings.Advance(passages[i].Document);
            if (at == passages[i].Document)
                found[i] = Math.Max(found[i], weight);
        }
    }
}
