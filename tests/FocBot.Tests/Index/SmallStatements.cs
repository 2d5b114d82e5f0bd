using FocBot.Core.Content;
using FocBot.Core.Statements;

namespace FocBot.Tests.Index;

/// <summary>Content with small statements, made in a folder of its own: languages, synonyms and weights are the shipped ones.</summary>
sealed class SmallStatements : IDisposable
{
    /// <summary>For each statement: id, title, and its paragraphs.</summary>
    internal static IReadOnlyList<(string Id, string Title, string[] Paragraphs)> All { get; } =
    [
        ("rivers-2021", "Declaration on Clean Rivers",
        [
            "Every river basin shall have a council in which farmers, fishers and towns are represented.",
            "Factories may discharge waste water only after it has been cooled and filtered.",
            "Dams shall have ladders by which salmon and eels reach their spawning grounds.",
            "Whoever pollutes a river pays for restoring its banks.",
        ]),
        ("trains-2022", "Charter on Night Trains",
        [
            "Sleeping cars shall run between all capitals at least three times a week.",
            "A passenger who misses a connection because of a delay is offered a bed free of charge.",
            "Tickets for night trains are sold at every station and on one common website.",
            "Bicycles and wheelchairs travel without a supplement.",
        ]),
        ("meals-2019", "Principles on School Meals",
        [
            "Every pupil has a right to one warm meal on each day of school.",
            "Menus offer a dish without meat and a dish without gluten.",
            "Families with a low income pay nothing.",
            "Kitchens buy half of their vegetables from farms within fifty kilometres.",
        ]),
        ("archives-2023", "Statement on Open Archives",
        [
            "Public records are opened after thirty years unless a judge decides otherwise.",
            "Archives publish catalogues in a format that machines can read.",
            "Letters of private persons stay closed during their lifetime.",
            "Digitised photographs may be reused by anybody who names the archive.",
        ]),
        ("robots-2024", "AI Statement on Care Robots",
        [
            "A robot that lifts a patient must be stopped by one red button within reach.",
            "Care robots may not record voices without the consent of the person cared for.",
            "Manufacturers keep spare parts for fifteen years.",
            "Nurses decide which tasks a robot takes over.",
        ]),
    ];

    internal string Folder { get; } = Directory.CreateTempSubdirectory("focbot-content-").FullName;

    internal SmallStatements(params IEnumerable<string> ids)
    {
        foreach (var shared in (string[])["languages", "synonyms.txt", "words.txt", "weights.txt"])
            Link(shared);
        foreach (var id in ids)
            Add(id);
    }

    internal Catalogue Read() => ContentFolder.Read(Folder);

    internal void Add(string id)
    {
        var (_, title, paragraphs) = All.Single(s => s.Id == id);
        Write(id, title, paragraphs);
    }

    internal void Write(string id, string title, params string[] paragraphs)
    {
        var path = Directory.CreateDirectory(Path.Combine(Folder, "statements", id)).FullName;
        File.WriteAllText(Path.Combine(path, "statement.md"), $"""
            ---
            id: {id}
            title: {title}
            short-title: {title}
            issuer: Assembly of Small Places
            issuer-short: ASP
            date: 1 March 2020
            language: en
            ---

            # {title}

            {string.Join("\n\n", paragraphs)}

            """.ReplaceLineEndings("\n"));
    }

    internal void WriteSamples(string id, string questions) => File.WriteAllText(Path.Combine(Folder, "statements", id, "questions.txt"), questions);

    internal void Remove(string id) => Directory.Delete(Path.Combine(Folder, "statements", id), recursive: true);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    void Link(string name)
    {
        var source = Path.Combine(BotStartup.ShippedFolder, name);
        if (!Directory.Exists(source))
        {
            File.Copy(source, Path.Combine(Folder, name));
            return;
        }

        foreach (var file in Directory.GetFiles(source))
            File.Copy(file, Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, name)).FullName, Path.GetFileName(file)));
    }
}
