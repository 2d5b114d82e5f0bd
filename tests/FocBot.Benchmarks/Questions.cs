using BenchmarkDotNet.Attributes;
using FocBot.Core;
using FocBot.Core.Content;
using FocBot.Core.Statements;
using FocBot.Evaluation;
using FocBot.Search.Searching;

namespace FocBot.Benchmarks;

/// <summary>One question, warm; the index built from nothing; the content opened.</summary>
[MemoryDiagnoser, MedianColumn]
public class Questions
{
    readonly List<KnownQuestion> questions = QuestionSet.Read(Path.Combine(AppContext.BaseDirectory, "development.jsonl"));
    readonly Catalogue catalogue = ContentFolder.Read(BotStartup.Folder);
    readonly Bot bot;
    int next;

    public Questions() => bot = new(catalogue, LuceneSearch.Open(catalogue, indexFolder: null));

    [Benchmark]
    public Answer Ask()
    {
        var question = questions[next++ % questions.Count];
        return bot.ReplyAsync(new(question.Question, question.History ?? [])).GetAwaiter().GetResult();
    }

    [Benchmark]
    public LuceneSearch BuildIndex() => LuceneSearch.Open(catalogue, indexFolder: null);

    [Benchmark]
    public Catalogue ReadContent() => ContentFolder.Read(BotStartup.Folder);
}
