using System.Diagnostics;
using FocBot.Core;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Search.Searching;
using Microsoft.Data.Sqlite;

namespace FocBot.Benchmarks;

/// <summary>How the index grows with the statements, beside SQLite FTS5 on the same passages: building, a question, memory, disk. By words alone.</summary>
static class Growth
{
    const int Questions = 200, Seed = 7;

    internal static async Task RunAsync(IReadOnlyList<int> sizes)
    {
        Console.WriteLine("statements passages | built s  question p50 / p99 ms  found %  memory MB  disk MB | FTS5: built s  question p50 ms  found %");
        foreach (var size in sizes)
            await MeasureAsync(GeneratedContent.Make(ContentFolder.Read(BotStartup.ShippedFolder), size, Seed));
    }

    static async Task MeasureAsync(Catalogue catalogue)
    {
        var folder = Directory.CreateTempSubdirectory("focbot-growth-").FullName;
        var random = new Random(Seed);
        var passages = catalogue.Statements.SelectMany(s => s.Passages).ToList();
        var questions = Enumerable.Range(0, Questions).Select(_ => passages[random.Next(passages.Count)])
            .Select(p => (Passage: p, Text: GeneratedContent.Ask(p, random))).ToList();
        var built = Stopwatch.StartNew();
        using (var search = LuceneSearch.Open(catalogue, folder, usesEncoder: false))
        {
            built.Stop();
            var bot = new Bot(catalogue, search);
            await bot.ReplyAsync(new(questions[0].Text));
            var (times, found) = (new List<double>(), 0);
            foreach (var (passage, text) in questions)
            {
                var start = Stopwatch.GetTimestamp();
                var answer = await bot.ReplyAsync(new(text));
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                found += answer.Excerpts.Any(e => e.Passage == passage) ? 1 : 0;
            }

            GC.Collect();
            var disk = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
            times.Sort();
            Console.Write($"{catalogue.Statements.Count,10} {passages.Count,8} | {built.Elapsed.TotalSeconds,7:F1} {times[Questions / 2],13:F1} / "
                + $"{times[Questions * 99 / 100],6:F1} {100.0 * found / Questions,11:F0} {Environment.WorkingSet / 1e6,10:F0} {disk / 1e6,8:F1} |");
        }

        MeasureFts5(passages, questions);
        Directory.Delete(folder, recursive: true);
    }

    static void MeasureFts5(List<Passage> passages, List<(Passage Passage, string Text)> questions)
    {
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        using (var create = new SqliteCommand("CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, text, tokenize = 'porter')", database))
            create.ExecuteNonQuery();
        var built = Stopwatch.StartNew();
        using (var transaction = database.BeginTransaction())
        {
            using var insert = new SqliteCommand("INSERT INTO passages VALUES ($id, $text)", database, transaction);
            var (id, text) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$text", SqliteType.Text));
            foreach (var passage in passages)
            {
                (id.Value, text.Value) = ($"{passage.Id}", passage.Text);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        built.Stop();
        var (times, found) = (new List<double>(), 0);
        using var select = new SqliteCommand("SELECT id FROM passages WHERE passages MATCH $words ORDER BY bm25(passages) LIMIT 3", database);
        var words = select.Parameters.Add("$words", SqliteType.Text);
        foreach (var (passage, text) in questions)
        {
            words.Value = string.Join(" OR ", text.TrimEnd('?').Split(' ').Skip(5).Select(w => $"\"{w}\""));
            var start = Stopwatch.GetTimestamp();
            using var rows = select.ExecuteReader();
            var isFound = false;
            while (rows.Read())
                isFound |= rows.GetString(0) == $"{passage.Id}";
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            found += isFound ? 1 : 0;
        }

        times.Sort();
        Console.WriteLine($" {built.Elapsed.TotalSeconds,13:F1} {times[times.Count / 2],16:F1} {100.0 * found / questions.Count,8:F0}");
    }
}
