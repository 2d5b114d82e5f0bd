using FocBot.Core.Answering;
using FocBot.Core.Statements;
using FocBot.Search.Indexing;
using FocBot.Search.Ranking;
using FocBot.Search.Searching;

namespace FocBot.Search.Tuning;

/// <summary>A sample question with what was found for it while it and its neighbours were left out.</summary>
/// <param name="Right">The numbers of the passages that answer; empty where the statement is silent.</param>
/// <param name="Importance">How much it counts.</param>
sealed record TuningCase(InterpretedQuestion Question, StatementEvidence Evidence, QuestionWords Words, IReadOnlySet<int> Right, double Importance);

/// <summary>Learns the weights of ranking and of silence from the sample questions; the same content gives the same weights.</summary>
/// <remarks>
/// With sample questions each fold is asked of an index that was built without it; without them, of an index that has none.
/// The encoder's vectors come from <c>vectors.bin</c>, where that has them.
/// </remarks>
public sealed class Tuner(Catalogue catalogue)
{
    // Questions read through a word list read less like questions.
    const double ForeignImportance = 0.5;

    // There are many more of them than of questions that were written to be silent.
    const double LackingImportance = 0.3;

    readonly QuestionInterpreter interpreter = new(catalogue);
    readonly KnownVectors encoder = new(VectorFile.Read(catalogue.VectorFile));

    /// <summary>The weights, by name, for statements with or without sample questions, each with and without the encoder.</summary>
    public SortedDictionary<string, double> Learn(bool hasSamples)
    {
        var asked = hasSamples ? LeftOut() : Bare();
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var cases in asked.GroupBy(a => a.UsesEncoder, a => a.Case))
        {
            var situation = RankingWeights.SituationOf(cases.Key, hasSamples);
            foreach (var (name, value) in RankTuner.Learn([.. cases]))
                weights[$"{situation}.rank.{name}"] = value;
            foreach (var (name, value) in AnswerabilityTuner.Learn([.. cases], new(weights, situation)))
                weights[$"{situation}.answer.{name}"] = value;
        }

        return weights;
    }

    /// <summary>The vectors of all shipped texts, made where they are not known: for <c>vectors.bin</c>.</summary>
    public void WriteVectors(string path)
    {
        var texts = catalogue.Statements.Select(s => (Statement: s, Texts: new PassageTexts(s, interpreter))).SelectMany(of =>
                of.Statement.Passages.Select(p => of.Texts.ToEncode(p))
                .Concat(of.Statement.Passages.SelectMany(p => Enumerable.Range(0, p.Sentences.Count).Select(i => of.Texts.ToEncode(p, i))))
                .Concat(of.Statement.Lines.Select(q => TextToEncode.Of(interpreter.Read(q)))))
            .Concat(catalogue.Silences.SelectMany(s => s.Lines).Select(l => TextToEncode.Of(interpreter.Read(new SampleQuestion([], l.Text, [], l.Language)))));
        VectorFile.Write(path, texts.Distinct(StringComparer.Ordinal).Select(text => (text, encoder.Encode(text))));
    }

    List<(bool UsesEncoder, TuningCase Case)> LeftOut() =>
        [.. Enumerable.Range(0, Folds.Count).Select(fold => Folds.Split(catalogue, fold)).SelectMany(split => Ask(split.Kept, split.LeftOut))];

    // A statement that lacks the passage which answers is silent: so is each of the others on a shelf, on what one of them says.
    List<(bool UsesEncoder, TuningCase Case)> Bare()
    {
        var cases = Ask(catalogue.WithoutSampleQuestions(), [.. Enumerable.Range(0, Folds.Count).SelectMany(fold => Folds.Split(catalogue, fold).LeftOut)]);
        return [.. cases, .. cases.Where(c => c.Case.Right.Count > 0).Select(c => (c.UsesEncoder, Lacking(c.Case)))];
    }

    static TuningCase Lacking(TuningCase known) => known with
    {
        Evidence = known.Evidence.Without(known.Right),
        Right = new HashSet<int>(),
        Importance = known.Importance * LackingImportance,
    };

    List<(bool UsesEncoder, TuningCase Case)> Ask(Catalogue asked, IReadOnlyList<SampleQuestion> questions)
    {
        using var search = LuceneSearch.Open(asked, null, encoder);
        var reader = new QuestionInterpreter(asked);
        var cases = new List<(bool, TuningCase)>();
        foreach (var sample in questions)
        {
            var question = reader.Read(new FocBot.Core.Question(sample.Text, sample.History));
            foreach (var usesEncoder in (ReadOnlySpan<bool>)[false, true])
            {
                var (evidence, words) = search.Evidence(question, usesEncoder);
                cases.AddRange(evidence.Where(e => sample.Passages.Count == 0 || sample.Passages[0].Statement == e.Statement.Id)
                    .Select(e => (usesEncoder, new TuningCase(question, e, words, sample.Passages.Select(p => p.Number).ToHashSet(), sample.Language == "en"
                        ? 1 : ForeignImportance))));
            }
        }

        return cases;
    }
}

/// <summary>Vectors that are known, and the encoder for others.</summary>
sealed class KnownVectors(VectorFile known) : ITextEncoder
{
    readonly SentenceEncoder encoder = new();

    public sbyte[] Encode(string text) => known.Find(text) ?? encoder.Encode(text);
}
