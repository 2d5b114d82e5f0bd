using FocBot.Core.Content;
using FocBot.Core.Statements;

namespace FocBot.Tests.Statements;

public sealed class ContentFaultTests : IDisposable
{
    const string Front = """
        ---
        id: one
        title: T
        short-title: T
        issuer: I
        issuer-short: I
        date: May 2020
        language: en
        ---

        """;

    const string Sound = Front + "\n# T\n\nThe text speaks of apples.";

    readonly string folder = Directory.CreateTempSubdirectory("focbot-shelf-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_fault_is_reported_at_once_with_file_line_and_cure()
    {
        Write("statements/one/statement.md", """
            ---
            id: two
            title: T
            colour: red
            short-title: T
            issuer: I
            issuer-short: I
            date: May 2020
            ---

            # Another title

            A paragraph.[^1]
             An indented line.
            ##### Too deep
            """);
        Write("silences.txt", "a line before any part");

        var faults = Assert.Throws<ContentException>(() => ContentFolder.Read(folder)).Faults;

        Assert.Contains(faults, f => f.File == "statements/one/statement.md" && f.Line == 4 && f.Wrong.Contains("colour", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Wrong.Contains("'language' is missing", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Wrong.Contains("not the folder's name", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.File == "silences.txt" && f.Line == 1);
        Assert.All(faults, f => Assert.NotEmpty(f.Cure));
    }

    [Fact]
    public void Faults_of_topics_glossary_tour_and_quiz_name_their_lines()
    {
        Write("statements/one/statement.md", Sound);
        Write("statements/one/topics.yaml", """
            topics:
              - { name: Apples, passages: [1] }
              - { name: Pears, and plums, passages: [1] }
              - { name: Nothing, passages: [9] }
            references:
              - { name: A pear, words: pears, passage: 1 }
            """);
        Write("statements/one/glossary.yaml", "terms: [");
        Write("statements/one/tour.md", "## No passage");
        Write("statements/one/quiz.txt", "[1]\nspeaks of {pears} | plums\nno gap at all");

        var faults = Assert.Throws<ContentException>(() => ContentFolder.Read(folder)).Faults;

        Assert.Contains(faults, f => f is { File: "statements/one/topics.yaml", Line: 3 } && f.Wrong.Contains("no value", StringComparison.Ordinal));
        Assert.Contains(faults, f =>
            f is { File: "statements/one/topics.yaml", Line: 4 } && f.Wrong.Contains("'9' is not a passage", StringComparison.Ordinal));
        Assert.Contains(faults, f =>
            f is { File: "statements/one/topics.yaml", Line: 6 } && f.Wrong.Contains("does not stand in passage", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.File == "statements/one/glossary.yaml" && f.Wrong.Contains("not YAML", StringComparison.Ordinal));
        Assert.Contains(faults, f => f is { File: "statements/one/tour.md", Line: 1 });
        Assert.Contains(faults, f => f is { File: "statements/one/quiz.txt", Line: 2 });
        Assert.Contains(faults, f => f is { File: "statements/one/quiz.txt", Line: 3 });
        Assert.All(faults, f => Assert.NotEmpty(f.Cure));
    }

    [Fact]
    public void Faults_of_the_text_name_their_lines()
    {
        Write("statements/one/statement.md", Front + "\n# Another title\n\nA paragraph.[^1]\n An indented line.\n##### Too deep");
        Write("statements/one/questions.txt", "[9]\nwhat?");

        var faults = Assert.Throws<ContentException>(() => ContentFolder.Read(folder)).Faults;

        Assert.Equal([11, 14, 15, 1], faults.Where(f => f.File.EndsWith(".md", StringComparison.Ordinal)).Select(f => f.Line));
    }

    [Fact]
    public void Faults_of_the_questions_name_their_lines()
    {
        Write("statements/one/statement.md", Sound);
        Write("statements/one/questions.txt", "[1]\nwhat of apples?\nand? >>\n[1 9]\nwhat of pears?\n[silence]\nwhat of plums?");
        Write("statements/one/questions.fr.txt", "quoi ?");

        var faults = Assert.Throws<ContentException>(() => ContentFolder.Read(folder)).Faults;

        Assert.Equal([3, 4, 6], faults.Where(f => f.File == "statements/one/questions.txt").Select(f => f.Line).Order());
        Assert.Equal(1, Assert.Single(faults, f => f.File == "statements/one/questions.fr.txt").Line);
        Assert.All(faults, f => Assert.NotEmpty(f.Cure));
    }

    [Fact]
    public void An_empty_shelf_says_what_to_do()
    {
        var fault = Assert.Single(Assert.Throws<ContentException>(() => ContentFolder.Read(folder)).Faults);
        Assert.Contains("statement.md", fault.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_without_question_lines_is_found_all_the_same()
    {
        var bare = ShippedContent.Catalogue.WithoutSampleQuestions();
        using var search = FocBot.Search.Searching.LuceneSearch.Open(bare, indexFolder: null, usesEncoder: false);
        var answer = new Core.Bot(bare, search).Reply(new("facial recognition"));
        Assert.Equal(13, answer.Excerpts[0].Passage.Id.Number);
    }

    void Write(string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
