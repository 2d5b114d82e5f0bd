using FocBot.Core.Answering;

namespace FocBot.Evaluation;

/// <summary>Learns the ranking weights: a softmax over passages, so that the answering ones come first; never below zero.</summary>
static class RankTuning
{
    const int Rounds = 400;
    const double Step = 0.15, Decay = 0.0005;

    internal static IEnumerable<(string, double)> Learn(IReadOnlyList<Case> cases)
    {
        var features = Enum.GetValues<Feature>();
        var weight = Enumerable.Repeat(1.0, features.Length).ToArray();
        var speed = new double[features.Length];
        var answerable = cases.Where(c => c.Right.Count > 0).ToList();
        var total = answerable.Sum(c => c.Weight);
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[features.Length];
            foreach (var one in answerable)
                AddGradient(one, weight, gradient, total);
            for (var f = 0; f < weight.Length; f++)
            {
                // AdaGrad: each weight finds its own pace.
                speed[f] += gradient[f] * gradient[f];
                weight[f] = Math.Max(0, weight[f] + (Step * gradient[f] / (Math.Sqrt(speed[f]) + 1e-8)) - (Decay * weight[f]));
            }
        }

        return features.Select(f => ($"rank.{f}", weight[(int)f]));
    }

    static void AddGradient(Case one, double[] weight, double[] gradient, double total)
    {
        var all = one.Found.Passages;
        var scores = all.Select(p => p.Evidence.Weighed(weight)).ToArray();
        var top = scores.Max();
        var likely = scores.Select(s => Math.Exp(s - top)).ToArray();
        double sum = likely.Sum(), rightSum = one.Right.Sum(r => likely[r]);
        for (var p = 0; p < all.Length; p++)
        {
            var pull = (one.Right.Contains(p) ? likely[p] / rightSum : 0) - (likely[p] / sum);
            for (var f = 0; f < gradient.Length; f++)
                gradient[f] += one.Weight / total * pull * all[p].Evidence[(Feature)f];
        }
    }
}
