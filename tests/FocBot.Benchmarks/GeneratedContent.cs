using FocBot.Core.Statements;

namespace FocBot.Benchmarks;

/// <summary>Statements generated from a seed: sentences of frequent English words, as skewed as natural text, under headings.</summary>
static class GeneratedContent
{
    const int PassagesEach = 35, MinSentences = 1, MaxSentences = 4, MinWords = 8, MaxWords = 28;

    /// <summary>The shipped languages and weights with so many generated statements instead of the shipped one.</summary>
    internal static Catalogue Make(Catalogue shipped, int statements, int seed)
    {
        var random = new Random(seed);
        var words = shipped.FrequentWords.Where(w => w.Length > 2).ToArray();
        random.Shuffle(words);
        return shipped.With([.. Enumerable.Range(0, statements).Select(number => One(number, words, random))], []);
    }

    /// <summary>A question about a passage: a few of its words, as people remember them.</summary>
    internal static string Ask(Passage passage, Random random)
    {
        var words = passage.Text.Split(' ');
        return $"what does it say about {string.Join(' ', Enumerable.Range(0, 5).Select(_ => words[random.Next(words.Length)].Trim('.').ToLowerInvariant()))}?";
    }

    static Statement One(int number, string[] words, Random random)
    {
        var front = new FrontMatter($"generated-{number:D5}", $"Statement on {Word(words, random)} and {Word(words, random)}",
            $"Statement {number}", "Nobody", "N", "1 January 2020", "en");
        return new(front, [.. Enumerable.Range(1, PassagesEach)
            .Select(i => new Passage(new(front.Id, i), PassageKind.Paragraph, Text(words, random), $"{Word(words, random)} {Word(words, random)}", front))]);
    }

    static string Text(string[] words, Random random) => string.Join(' ', Enumerable.Range(0, random.Next(MinSentences, MaxSentences)).Select(_ =>
    {
        var sentence = string.Join(' ', Enumerable.Range(0, random.Next(MinWords, MaxWords)).Select(_ => Word(words, random)));
        return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.";
    }));

    // Zipf's law, roughly: the cube of an even number is small mostly.
    static string Word(string[] words, Random random) => words[(int)(Math.Pow(random.NextDouble(), 3) * words.Length)];
}
