using System.IO.Hashing;
using System.Text;
using FocBot.Core.Answering;
using FocBot.Core.Statements;
using FocBot.Search.Analysis;
using FocBot.Search.Ranking;
using FocBot.Search.Searching;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Term = Lucene.Net.Index.Term;

namespace FocBot.Search.Indexing;

/// <summary>What an update of the index did, by statement ids.</summary>
public sealed record IndexChanges(IReadOnlyList<string> Written, IReadOnlyList<string> Removed, int Unchanged)
{
    public static IndexChanges None { get; } = new([], [], 0);

    public bool IsEmpty => Written.Count + Removed.Count == 0;
}

/// <summary>Brings the index up to date with the content, statement by statement.</summary>
sealed class IndexUpdater(Catalogue catalogue, SynonymExpander synonyms, IndexFolder folder)
{
    const int BatchSize = 32;

    // Made only where something is written: a start that finds all up to date needs none.
    readonly Lazy<QuestionInterpreter> interpreter = new(() => new(catalogue));
    readonly QueryAnalyzer analyzer = new(catalogue.Languages, synonyms, vocabulary: null);

    /// <summary>Writes what is new or changed and deletes what is gone.</summary>
    internal IndexChanges Update(IProgress<string>? progress)
    {
        var wanted = Checksums();
        using (var lease = folder.Acquire())
        {
            if (Compare(wanted, lease.Searcher) is { IsEmpty: true } none)
                return none;
        }

        var changes = IndexChanges.None;
        folder.Write((writer, searcher) =>
        {
            // Another process may have written meanwhile.
            changes = Compare(wanted, searcher);
            foreach (var id in changes.Removed)
                writer.DeleteDocuments(new Term(FieldNames.Statement, id));
            var known = changes.Written.Count == 0 ? null : VectorFile.Read(catalogue.VectorFile);
            var documents = new StatementDocuments(interpreter.Value, analyzer, text => known?.Find(text));
            Write(writer, documents, changes.Written, wanted, progress);
        });
        return changes;
    }

    internal bool IsUpToDate()
    {
        using var lease = folder.Acquire();
        return Compare(Checksums(), lease.Searcher).IsEmpty;
    }

    /// <summary>Encodes the statements that have no vectors yet.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; what was begun is left out.</exception>
    internal void Encode(ITextEncoder encoder, IProgress<string>? progress, CancellationToken cancel)
    {
        while (Unencoded() is { Count: > 0 } ids)
        {
            var known = VectorFile.Read(catalogue.VectorFile);
            var documents = new StatementDocuments(interpreter.Value, analyzer, text => known.Find(text) ?? Encode(text));
            cancel.ThrowIfCancellationRequested();
            folder.Write((writer, _) => Write(writer, documents, ids, Checksums(), progress));
        }

        sbyte[] Encode(string text)
        {
            cancel.ThrowIfCancellationRequested();
            return encoder.Encode(text);
        }
    }

    void Write(IndexWriter writer, StatementDocuments documents, IReadOnlyList<string> ids, Dictionary<string, string> checksums, IProgress<string>? progress)
    {
        var silent = new Lazy<List<AnalyzedQuery>>(() => documents.Analyze(catalogue.Silences));
        var statements = catalogue.Statements.ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach (var id in ids)
        {
            progress?.Report(id);
            IEnumerable<Document> its = id == StatementDocuments.Silent ? documents.OfSilence(catalogue, checksums[id])
                : documents.Of(statements[id], statements[id].Lines.Count == 0 ? [] : silent.Value, checksums[id]);
            writer.UpdateDocuments(new Term(FieldNames.Statement, id), its);
        }
    }

    // Some at a time: each write merges what it replaces.
    List<string> Unencoded()
    {
        using var lease = folder.Acquire();
        var table = lease.Searcher.Table;
        return [.. catalogue.Statements.Select(s => s.Id)
            .Where(id => table.NumberOf(id) is { } number && !lease.Searcher.Vectors.Has(table.DocumentOf(number, 1))).Take(BatchSize)];
    }

    static IndexChanges Compare(Dictionary<string, string> wanted, StatementSearcher searcher)
    {
        var has = searcher.Table.Headers.ToDictionary(h => searcher.Table.Statements[h.Key], h => searcher.Doc(h.Value,
            new HashSet<string> { FieldNames.Checksum }).Get(FieldNames.Checksum, System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var written = wanted.Where(w => has.GetValueOrDefault(w.Key) != w.Value).Select(w => w.Key).ToList();
        return new(written, [.. has.Keys.Where(id => !wanted.ContainsKey(id))], wanted.Count - written.Count);
    }

    // What all statements with sample questions depend on counts in each of their checksums.
    Dictionary<string, string> Checksums()
    {
        var shared = Hash(catalogue.Silences.SelectMany(s => s.Lines.Select(l => $"{s.Name}\t{l.Text}\t{l.Language}"))
            .Concat(catalogue.Synonyms)
                .Concat(catalogue.Languages.SelectMany(l => l.BilingualDictionary.Select(g => $"{g.Key}\t{g.Value}").Concat(l.Asking).Prepend(l.Code))));
        var checksums = catalogue.Statements.ToDictionary(s => s.Id, s => Hash(
            [s.Front.Language, s.Lines.Count > 0 ? shared : "", .. s.Translations.SelectMany(t => t.Passages.Prepend(null)
                .Select(p => p is null ? t.Language : $"{p.Section}\t{p.Text}")), .. s.Passages.Select(p => $"{p.Section}\t{p.Text}"), .. s.Lines.Select(q =>
                $"{string.Join(' ', q.Passages.Select(p => p.Number))}\t{q.Text}\t{string.Join('\t', q.History)}\t{q.Language}")]), StringComparer.Ordinal);
        checksums.Add(StatementDocuments.Silent, shared);
        return checksums;
    }

    static string Hash(IEnumerable<string> lines)
    {
        var hash = new XxHash128();
        foreach (var line in lines)
            hash.Append(Encoding.UTF8.GetBytes($"{line}\n"));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
