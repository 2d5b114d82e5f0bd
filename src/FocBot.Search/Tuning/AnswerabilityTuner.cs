using FocBot.Search.Ranking;

namespace FocBot.Search.Tuning;

/// <summary>Learns when a statement is silent: a logistic regression over <see cref="AnswerabilityFeatures"/>.</summary>
static class AnswerabilityTuner
{
    // Of what people ask, most is answered; the sample questions hold more silence than that.
    const double AnswerableShare = 0.77;

    const int Rounds = 1500;
    const double Step = 0.1, Decay = 0.0002;

    internal static IEnumerable<(string, double)> Learn(IReadOnlyList<TuningCase> cases, RankingWeights model)
    {
        var rows = cases.Select(c =>
            (Values: AnswerabilityFeatures.Of(c.Question, c.Evidence, model.Rank(c.Evidence), c.Words), Answers: c.Right.Count > 0, c.Importance)).ToList();
        var share = rows.GroupBy(r => r.Answers).ToDictionary(g => g.Key, g => g.Sum(r => r.Importance));
        var count = AnswerabilityFeatures.Names.Count;
        var mean = Enumerable.Range(0, count).Select(i => rows.Average(r => r.Values[i])).ToArray();
        var spread = Enumerable.Range(0, count).Select(i => Math.Max(1e-3, Math.Sqrt(rows.Average(r => Math.Pow(r.Values[i] - mean[i], 2))))).ToArray();
        var scaled = rows.ConvertAll(r => (Values: r.Values.Select((v, i) => (v - mean[i]) / spread[i]).Append(1)
            .ToArray(), r.Answers, Importance: r.Importance * (r.Answers ? AnswerableShare : 1 - AnswerableShare) / share[r.Answers]));
        var weight = Descend(scaled, count);
        for (var i = 0; i < count; i++)
            yield return (AnswerabilityFeatures.Names[i], weight[i] / spread[i]);
        yield return ("bias", weight[count] - Enumerable.Range(0, count).Sum(i => weight[i] * mean[i] / spread[i]));
    }

    static double[] Descend(List<(double[] Values, bool Answers, double Importance)> rows, int count)
    {
        var (weight, squares) = (new double[count + 1], new double[count + 1]);
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[count + 1];
            foreach (var (values, answers, importance) in rows)
            {
                var sum = 0.0;
                for (var i = 0; i <= count; i++)
                    sum += weight[i] * values[i];
                var error = ((answers ? 1 : 0) - (1 / (1 + Math.Exp(-sum)))) * importance;
                for (var i = 0; i <= count; i++)
                    gradient[i] += error * values[i];
            }

            for (var i = 0; i <= count; i++)
            {
                squares[i] += gradient[i] * gradient[i];
                weight[i] += (Step * gradient[i] / (Math.Sqrt(squares[i]) + 1e-9)) - (i < count ? Decay * weight[i] : 0);
            }
        }

        return weight;
    }
}
