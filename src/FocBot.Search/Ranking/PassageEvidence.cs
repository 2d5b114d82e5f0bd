using FocBot.Core.Statements;

namespace FocBot.Search.Ranking;

/// <summary>What speaks for one passage.</summary>
sealed class PassageEvidence(Passage passage)
{
    readonly double[] values = new double[Enum.GetValues<Feature>().Length];

    internal Passage Passage => passage;

    internal ReadOnlySpan<double> Values => values;

    internal double this[Feature feature]
    {
        get => values[(int)feature];
        set => values[(int)feature] = value;
    }

    /// <summary>What speaks for each sentence, by its place.</summary>
    internal double[] Sentences { get; } = new double[passage.Sentences.Count];

    internal void Raise(Feature feature, double value) => this[feature] = Math.Max(this[feature], value);
}

/// <summary>What speaks for the passages of one statement, and for its silence.</summary>
sealed class StatementEvidence(Statement statement)
{
    internal Statement Statement => statement;

    internal bool HasSamples => statement.Lines.Count > 0;

    /// <summary>Whether its vectors were compared; a statement that is new may have none yet.</summary>
    internal bool HasVectors { get; set; }

    internal Dictionary<int, PassageEvidence> Passages { get; } = [];

    /// <summary>Log odds of silence, by the classifier; 0 without one.</summary>
    internal double ClassOdds { get; set; }

    /// <summary>Log odds of silence among the sample questions around the question; 0 without the encoder or without samples.</summary>
    internal double SampleOdds { get; set; }

    /// <summary>The same, as if the statement had not those passages.</summary>
    internal StatementEvidence Without(IReadOnlySet<int> passages)
    {
        var others = new StatementEvidence(statement) { HasVectors = HasVectors, ClassOdds = ClassOdds, SampleOdds = SampleOdds };
        foreach (var (number, evidence) in Passages.Where(p => !passages.Contains(p.Key)))
            others.Passages.Add(number, evidence);
        return others;
    }

    /// <summary>The evidence of a passage, by its number, begun where there is none yet.</summary>
    internal PassageEvidence Of(int number)
    {
        if (!Passages.TryGetValue(number, out var evidence))
            Passages.Add(number, evidence = new(statement.Passages[number - 1]));
        return evidence;
    }
}
