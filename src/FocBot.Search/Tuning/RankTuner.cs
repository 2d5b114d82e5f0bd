using FocBot.Search.Ranking;

namespace FocBot.Search.Tuning;

/// <summary>Learns the ranking weights: a softmax over a statement's passages, so that the answering ones come first; never below zero.</summary>
static class RankTuner
{
    const int Rounds = 400;
    const double Step = 0.15, Decay = 0.0005;

    internal static IEnumerable<(string, double)> Learn(IReadOnlyList<TuningCase> cases)
    {
        var features = Enum.GetValues<Feature>();
        var rows = cases.Where(c => c.Right.Count > 0 && c.Evidence.Passages.Keys.Any(c.Right.Contains))
            .Select(c => (Passages: c.Evidence.Passages.Select(p => (Values: p.Value.Values.ToArray(), IsRight: c.Right.Contains(p.Key)))
                .ToArray(), c.Importance)).ToList();
        var (weight, squares, total) = (features.Select(_ => 1.0).ToArray(), new double[features.Length], rows.Sum(r => r.Importance));
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[features.Length];
            foreach (var (passages, importance) in rows)
                AddGradient(passages, weight, gradient, importance / total);
            for (var f = 0; f < weight.Length; f++)
            {
                // AdaGrad: each weight finds its own rate.
                squares[f] += gradient[f] * gradient[f];
                weight[f] = Math.Max(0, weight[f] + (Step * gradient[f] / (Math.Sqrt(squares[f]) + 1e-8)) - (Decay * weight[f]));
            }
        }

        return features.Select(f => ($"{f}", weight[(int)f]));
    }

    static void AddGradient((double[] Values, bool IsRight)[] passages, double[] weight, double[] gradient, double importance)
    {
        var scores = Array.ConvertAll(passages, p => Dot(p.Values, weight));
        var top = scores.Max();
        var likely = Array.ConvertAll(scores, s => Math.Exp(s - top));
        double sum = likely.Sum(), right = passages.Zip(likely).Where(p => p.First.IsRight).Sum(p => p.Second);
        for (var p = 0; p < passages.Length; p++)
        {
            var pull = (passages[p].IsRight ? likely[p] / right : 0) - (likely[p] / sum);
            for (var f = 0; f < gradient.Length; f++)
                gradient[f] += importance * pull * passages[p].Values[f];
        }
    }

    static double Dot(double[] values, double[] weight)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
            sum += values[i] * weight[i];
        return sum;
    }
}
