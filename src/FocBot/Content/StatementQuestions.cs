using System.Text.RegularExpressions;
using FocBot.Core;
using FocBot.Core.Statements;

namespace FocBot.Content;

/// <summary>By which words a passage can be found, and who is found by them instead.</summary>
/// <param name="Words">The words that tell it from its neighbours, the most telling first.</param>
/// <param name="SampleQuestions">How many sample questions it has.</param>
/// <param name="Rival">The passage that is found by these words instead; null where it is found itself.</param>
sealed record Findability(Passage Passage, IReadOnlyList<string> Words, int SampleQuestions, Passage? Rival);

/// <summary>Asks the bot for every passage by the words that tell it from the others: where another comes first, sample questions help.</summary>
static partial class StatementQuestions
{
    const int MostWords = 6, ShortestWord = 4;

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex Word();

    internal static async IAsyncEnumerable<Findability> Of(Statement statement, Bot bot)
    {
        var texts = statement.Passages.Select(p => Words(p.Text).CountBy(w => w).ToDictionary()).ToList();
        var passagesWith = texts.SelectMany(t => t.Keys).CountBy(w => w).ToDictionary();
        var samples = statement.Lines.Where(l => l.Passages.Count > 0).CountBy(l => l.Passages[0]).ToDictionary();
        foreach (var (passage, counts) in statement.Passages.Zip(texts))
        {
            List<string> words = [.. counts.OrderByDescending(c => (1 + Math.Log(c.Value)) * Math.Log(1 + ((double)texts.Count / passagesWith[c.Key])))
                .ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostWords).Select(c => c.Key)];
            var answer = words.Count == 0 ? null : await bot.ReplyAsync(new($"{statement.Front.ShortTitle}: {string.Join(' ', words)}"));
            var first = answer is { Excerpts: [var best, ..] } ? best.Passage : null;
            yield return new(passage, words, samples.GetValueOrDefault(passage.Id), first?.Id == passage.Id ? null : first);
        }
    }

    static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).Where(w => w.Length >= ShortestWord);
}
