using System.Diagnostics;
using FocBot.Core;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Evaluation;
using FocBot.Search.Searching;

namespace FocBot.Benchmarks;

/// <summary>Ordinary questions, and two thousand hostile ones: what one costs.</summary>
static class Hostile
{
    internal static void Run()
    {
        var catalogue = ContentFolder.Read(BotStartup.Folder);
        using var search = LuceneSearch.Open(catalogue, indexFolder: null, usesEncoder: false);
        var bot = new Bot(catalogue, search);
        Ordinary("words alone", bot);
        using var encoded = LuceneSearch.Open(catalogue, indexFolder: null);
        Ordinary("with the encoder", new(catalogue, encoded));
        var random = new Random(1);
        var words = catalogue.Statements.SelectMany(s => s.Passages).SelectMany(p => p.Text.Split(' ')).ToArray();
        var times = new List<double>();
        for (var i = 0; i < 2_000; i++)
        {
            var question = (i % 4) switch
            {
                0 => string.Join(' ', Enumerable.Range(0, random.Next(1, 60)).Select(_ => words[random.Next(words.Length)])),
                1 => new string([.. Enumerable.Range(0, random.Next(1, 2_000)).Select(_ => (char)random.Next(0x20, 0xFFFF))]),
                2 => string.Concat(Enumerable.Repeat("(AND *:* \"<!channel> surveilance ", random.Next(1, 60))),
                _ => string.Join(' ', Enumerable.Range(0, random.Next(1, 80))
                    .Select(_ => new string([.. Enumerable.Range(0, 9).Select(_ => (char)random.Next('a', 'z'))]))),
            };
            var start = Stopwatch.GetTimestamp();
            bot.ReplyAsync(new(question)).GetAwaiter().GetResult();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Show("hostile, words alone", times);
    }

    // The questions of the development set, as they are asked.
    static void Ordinary(string what, Bot bot)
    {
        var questions = QuestionSet.Read(Path.Combine(AppContext.BaseDirectory, "development.jsonl"));
        var times = new List<double>();
        foreach (var question in Enumerable.Repeat(questions, 4).SelectMany(q => q))
        {
            var start = Stopwatch.GetTimestamp();
            bot.ReplyAsync(new(question.Question, question.History ?? [])).GetAwaiter().GetResult();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Show(what, times[questions.Count..]);
    }

    static void Show(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine($"{what}: p50 {times[times.Count / 2]:F2} ms, p99 {times[times.Count * 99 / 100]:F2} ms, slowest {times[^1]:F2} ms, "
            + $"{Environment.WorkingSet / 1e6:F0} MB");
    }
}
