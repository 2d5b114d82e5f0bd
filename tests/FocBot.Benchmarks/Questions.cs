using BenchmarkDotNet.Attributes;
using FocBot.Core;
using FocBot.Core.Statements;
using FocBot.Measuring;
using FocBot.Search;

namespace FocBot.Benchmarks;

/// <summary>One question, warm; the index built from nothing; the shelf opened.</summary>
[MemoryDiagnoser, MedianColumn]
public class Questions
{
    readonly List<KnownQuestion> questions = QuestionSet.Read(Path.Combine(AppContext.BaseDirectory, "development.jsonl"));
    readonly Catalogue catalogue = Catalogue.Read(Shelves.Folder);
    readonly Bot bot;
    int next;

    public Questions() => bot = new(catalogue, Finder.Open(catalogue, indexFolder: null));

    [Benchmark]
    public Answer Ask()
    {
        var question = questions[next++ % questions.Count];
        return bot.Reply(new(question.Question, question.History ?? []));
    }

    [Benchmark]
    public Finder BuildIndex() => Finder.Open(catalogue, indexFolder: null);

    [Benchmark]
    public Catalogue ReadShelf() => Catalogue.Read(Shelves.Folder);
}
