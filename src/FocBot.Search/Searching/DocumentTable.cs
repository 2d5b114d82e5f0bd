using System.Globalization;
using FocBot.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace FocBot.Search.Searching;

/// <summary>Which statement, passage and sentence each document is; read once for a commit.</summary>
sealed class DocumentTable
{
    readonly int[] statements, passages;
    readonly short[] sentences;
    readonly Dictionary<int, int[]> answers = [];
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    internal DocumentTable(IndexReader reader)
    {
        var count = reader.MaxDoc;
        (statements, passages, sentences) = (new int[count], new int[count], new short[count]);
        var ids = new List<string>();
        var (live, term) = (MultiFields.GetLiveDocs(reader), new BytesRef());
        var statement = MultiDocValues.GetSortedValues(reader, FieldNames.Statement);
        var passage = MultiDocValues.GetNumericValues(reader, FieldNames.Passage);
        var sentence = MultiDocValues.GetNumericValues(reader, FieldNames.Sentence);
        var answered = MultiDocValues.GetBinaryValues(reader, FieldNames.Answers);
        for (var document = 0; document < count; document++)
        {
            if (live?.Get(document) == false)
                continue;
            statement.Get(document, term);
            var id = term.Utf8ToString();
            if (!numbers.TryGetValue(id, out var number))
            {
                // A statement's documents are written as one block, its header first.
                numbers.Add(id, number = ids.Count);
                ids.Add(id);
                Headers.Add(number, document);
            }

            statements[document] = number;
            passages[document] = (int)(passage?.Get(document) ?? 0);
            sentences[document] = (short)((sentence?.Get(document) ?? 0) - 1);
            if (answered is null)
                continue;
            answered.Get(document, term);
            if (term.Length > 0)
                answers.Add(document, [.. term.Utf8ToString().Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture))]);
        }

        Statements = ids;
    }

    /// <summary>The ids of the statements, by number.</summary>
    internal IReadOnlyList<string> Statements { get; }

    /// <summary>The header document of each statement.</summary>
    internal Dictionary<int, int> Headers { get; } = [];

    /// <summary>The number of a statement; null where the index lacks it.</summary>
    internal int? NumberOf(string id) => numbers.TryGetValue(id, out var number) ? number : null;

    internal int StatementOf(int document) => statements[document];

    /// <summary>The number of its passage; 0 for documents that belong to none.</summary>
    internal int PassageOf(int document) => passages[document];

    /// <summary>The place of its sentence; -1 for documents that are none.</summary>
    internal int SentenceOf(int document) => sentences[document];

    /// <summary>The passages that a sample question asks for; empty for other documents and where the statement is silent.</summary>
    internal int[] AnswersOf(int document) => answers.GetValueOrDefault(document, []);

    /// <summary>The document of a passage: they follow the header in order.</summary>
    internal int DocumentOf(int statement, int passage) => Headers[statement] + passage;
}
