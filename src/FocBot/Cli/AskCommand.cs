using System.CommandLine;

namespace FocBot.Cli;

/// <summary><c>focbot ask</c>: the rest of the line is the question, with or without quotation marks.</summary>
static class AskCommand
{
    const string Example = "focbot ask Can governments spy on people?";

    internal static Command Create()
    {
        var question = new Argument<string[]>("question")
        {
            Description = $"What you want to know, in your own words: {Example}",
            Arity = ArgumentArity.ZeroOrMore
        };
        var json = new Option<bool>("--json") { Description = "Print the machine form." };
        var why = new Option<bool>("--why") { Description = "Say why this passage was found." };
        var batch = new Option<FileInfo?>("--batch") { Description = "Answer a file of questions, one JSON object a line." };
        var ask = new Command("ask", "Ask one question.") { question, json, why, batch };
        ask.Validators.Add(parsed =>
        {
            var words = parsed.GetValue(question) ?? [];
            if (Array.Find(words, w => w.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
                parsed.AddError($"There is no option {unknown}. The options are --json, --why and --batch FILE.");
            else if (words.Length == 0 == parsed.GetValue(batch) is null)
                parsed.AddError($"Give a question, or --batch FILE: {Example}");
        });
        ask.SetAction((parsed, cancel) => CommandLine.Guarded(() => parsed.GetValue(batch) is { } file
            ? Ask.BatchAsync(file, Console.Out, cancel)
            : Ask.OneAsync(string.Join(' ', parsed.GetValue(question)!), parsed.GetValue(json), parsed.GetValue(why), cancel)));
        return ask;
    }
}
