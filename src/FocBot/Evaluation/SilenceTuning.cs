using FocBot.Core.Answering;

namespace FocBot.Evaluation;

/// <summary>Learns when the statement is silent: a logistic regression over the judge's signs.</summary>
static class SilenceTuning
{
    // Of what people ask, most is answered; the content's lines hold more silence than that.
    const double AnswerableShare = 0.77;

    const double Threshold = 0.58;
    const int Rounds = 1500;
    const double Step = 0.1, Decay = 0.0002;

    internal static IEnumerable<(string, double)> Learn(IReadOnlyList<Case> cases, IReadOnlyDictionary<string, double> weights)
    {
        var ranker = new Ranker(weights);
        var rows = cases.Select(c => (Features: AnswerabilityClassifier.Features(c.Found, ranker.Rank(c.Found)), Answers: c.Right.Count > 0, c.Weight)).ToList();
        var share = rows.GroupBy(r => r.Answers).ToDictionary(g => g.Key, g => g.Sum(r => r.Weight));
        var count = AnswerabilityClassifier.FeatureNames.Count;
        var mean = Enumerable.Range(0, count).Select(i => rows.Average(r => r.Features[i])).ToArray();
        var spread = Enumerable.Range(0, count).Select(i => Math.Max(1e-3, Math.Sqrt(rows.Average(r => Math.Pow(r.Features[i] - mean[i], 2))))).ToArray();
        var weight = new double[count + 1];
        var speed = new double[count + 1];
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[count + 1];
            foreach (var (signs, answers, importance) in rows)
            {
                var sum = weight[count];
                for (var i = 0; i < count; i++)
                    sum += weight[i] * (signs[i] - mean[i]) / spread[i];
                var off = ((answers ? 1 : 0) - (1 / (1 + Math.Exp(-sum)))) * importance * (answers ? AnswerableShare : 1 - AnswerableShare) / share[answers];
                for (var i = 0; i < count; i++)
                    gradient[i] += off * (signs[i] - mean[i]) / spread[i];
                gradient[count] += off;
            }

            for (var i = 0; i <= count; i++)
            {
                speed[i] += gradient[i] * gradient[i];
                weight[i] += (Step * gradient[i] / (Math.Sqrt(speed[i]) + 1e-9)) - (i < count ? Decay * weight[i] : 0);
            }
        }

        for (var i = 0; i < count; i++)
            yield return ($"silence.{AnswerabilityClassifier.FeatureNames[i]}", weight[i] / spread[i]);
        yield return ("silence.bias", weight[count] - Enumerable.Range(0, count).Sum(i => weight[i] * mean[i] / spread[i]));
        yield return ("silence.threshold", Threshold);
    }
}
