using System.CommandLine;
using FocBot.Cli;
using FocBot.Core.Statements;
using FocBot.Import;

namespace FocBot.Content;

/// <summary><c>focbot statement</c>: adds a statement out of a file, and looks one over.</summary>
static class StatementCommand
{
    static readonly (string Key, string Description)[] Settings =
    [
        ("id", "Its id, such as foc-2020-cybersecurity; made of issuer, year and title unless given."),
        ("title", "Its title; the file's own unless given."), ("short-title", "By which it is called in answers."),
        ("issuer", "Who issued it."), ("issuer-short", "The same in a few letters."), ("date", "When: 2020-02-28, 2020-02 or 2020."),
        ("language", "Its language: en, fr, ...; en unless given."), ("source", "The publisher's page."), ("status", "What it is today, such as \"in force\"."),
    ];

    internal static Command Create() => new("statement", "Add a statement out of a file, and look one over.") { Add(), Check(), Questions() };

    static Command Add()
    {
        var file = new Argument<string>("file") { Description = "A .md, .html, .docx or .pdf file with a text layer; - reads standard input." };
        var format = new Option<string?>("--format") { Description = "md, html, docx or pdf, where the file's name does not tell." };
        format.AcceptOnlyFromAmong([.. DocumentImport.Formats]);
        var replace = new Option<bool>("--replace") { Description = "Replace the text of a statement of that id; its other files stay." };
        var settings = Settings.Select(s => (s.Key, Option: new Option<string?>($"--{s.Key}") { Description = s.Description })).ToList();
        var command = new Command("add", "Make a statement out of a file: its folder, a report of its words, its numbering.") { file, format, replace };
        foreach (var (_, option) in settings)
            command.Options.Add(option);
        command.SetAction((parsed, cancel) => CommandLine.Guarded(async () =>
        {
            var name = parsed.GetValue(file)!;
            var given = settings.Where(s => parsed.GetValue(s.Option) is { Length: > 0 })
                .ToDictionary(s => s.Key, s => parsed.GetValue(s.Option)!, StringComparer.Ordinal);
            var text = DocumentImport.Read(FormatOf(name, parsed.GetValue(format)), await BytesAsync(name, cancel));
            var canAsk = name != "-" && !Console.IsInputRedirected;
            var statement = new StatementAdd(BotStartup.Folder, given, canAsk ? Ask : null).Add(text, parsed.GetValue(replace));
            return StatementReport.Write(Console.Out, text, statement, BotStartup.Folder) ? CommandLine.Answered : CommandLine.Failed;
        }));
        return command;
    }

    static Command Check()
    {
        var id = new Argument<string>("id") { Description = "The statement's id." };
        var command = new Command("check", "List what a librarian should look at in a statement.") { id };
        command.SetAction((parsed, cancel) => CommandLine.Guarded(async () =>
        {
            var catalogue = Core.Content.ContentFolder.Read(BotStartup.Folder);
            var statement = Find(catalogue, parsed.GetValue(id)!);
            var lines = await File.ReadAllLinesAsync(Path.Combine(BotStartup.Folder, "statements", statement.Id, "statement.md"), cancel);
            var findings = StatementCheck.Of(statement, lines, catalogue).ToList();
            foreach (var finding in findings)
                await Console.Out.WriteLineAsync($"{finding.Where}: {finding.What}");
            await Console.Out.WriteLineAsync(findings.Count == 0 ? "Nothing to look at." : $"{findings.Count} to look at.");
            return CommandLine.Answered;
        }));
        return command;
    }

    static Command Questions()
    {
        var id = new Argument<string>("id") { Description = "The statement's id." };
        var command = new Command("questions", "Say for each passage by which words it is found, and where sample questions help.") { id };
        command.SetAction((parsed, _) => CommandLine.Guarded(async () =>
        {
            var bot = BotStartup.OpenBot();
            var (passages, outbid) = (0, 0);
            await foreach (var found in StatementQuestions.Of(Find(bot.Catalogue, parsed.GetValue(id)!), bot))
            {
                (passages, outbid) = (passages + 1, outbid + (found.Rival is null ? 0 : 1));
                await Console.Out.WriteLineAsync(
                    $"para. {found.Passage.Id.Number}, {found.SampleQuestions} sample questions, found by: {string.Join(", ", found.Words)}");
                if (found.Rival is { } rival)
                    await Console.Out.WriteLineAsync($"    {(rival.Id.Statement == found.Passage.Id.Statement ? $"para. {rival.Id.Number}" : rival.Id)} "
                        + $"comes before it by these words: write sample questions for this one.");
            }

            await Console.Out.WriteLineAsync($"{outbid} of {passages} passages are not the first that is found by their own words.");
            return CommandLine.Answered;
        }));
        return command;
    }

    static Statement Find(Catalogue catalogue, string id) => catalogue.Find(id)
        ?? throw new FormatException($"There is no statement {id}. There are: {string.Join(", ", catalogue.Statements.Select(s => s.Id))}.");

    static string FormatOf(string file, string? format) => format ?? DocumentImport.FormatOf(file)
        ?? throw new FormatException("The file's name does not tell what it is. Add --format md, html, docx or pdf.");

    static async Task<byte[]> BytesAsync(string file, CancellationToken cancel)
    {
        if (file != "-")
            return File.Exists(file) ? await File.ReadAllBytesAsync(file, cancel)
                : throw new FileNotFoundException($"There is no file {Path.GetFullPath(file)}.");
        using var bytes = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    static string Ask(string key, string suggestion)
    {
        Console.Out.Write(suggestion.Length > 0 ? $"{key} [{suggestion}]: " : $"{key}: ");
        return Console.In.ReadLine()?.Trim() is { Length: > 0 } typed ? typed : suggestion;
    }
}
