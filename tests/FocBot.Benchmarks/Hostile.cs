using System.Diagnostics;
using FocBot.Core;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Search.Searching;

namespace FocBot.Benchmarks;

/// <summary>Ten thousand hostile questions: what the slowest costs.</summary>
static class Hostile
{
    internal static void Run()
    {
        var catalogue = ContentFolder.Read(BotStartup.Folder);
        using var search = LuceneSearch.Open(catalogue, indexFolder: null);
        var bot = new Bot(catalogue, search);
        var random = new Random(1);
        var words = catalogue.Statements.SelectMany(s => s.Passages).SelectMany(p => p.Text.Split(' ')).ToArray();
        var times = new List<double>();
        for (var i = 0; i < 10_000; i++)
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

        times.Sort();
        Console.WriteLine($"p50 {times[5_000]:F2} ms, p99 {times[9_900]:F2} ms, p99.9 {times[9_990]:F2} ms, slowest {times[^1]:F2} ms");
    }
}
