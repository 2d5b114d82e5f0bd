using System.Text.Json;
using FocBot.Channels;
using FocBot.Core;

namespace FocBot.Cli;

/// <summary><c>focbot ask</c>: one question, or a file of them.</summary>
static class Ask
{
    internal static async Task<int> OneAsync(string text, bool json, bool why, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new FormatException("The question is empty. Ask something: focbot ask \"Can governments spy on people?\"");
        var answer = await BotStartup.OpenBot().ReplyAsync(new(text) { AsksWhy = why }, cancel);
        if (json)
            await Console.Out.WriteLineAsync(
                JsonSerializer.Serialize(MachineAnswer.Of(answer) with { Why = why ? answer.Why : null }, MachineJson.Lines.MachineAnswer));
        else
            TerminalAnswer.Write(answer, why);
        return answer.Kind is AnswerKind.Answered or AnswerKind.Guidance ? CommandLine.Answered : CommandLine.Silent;
    }

    internal static async Task<int> BatchAsync(FileInfo file, TextWriter output, CancellationToken cancel)
    {
        if (!file.Exists)
            throw new FileNotFoundException($"There is no file {file.FullName}.");
        var lines = await File.ReadAllLinesAsync(file.FullName, cancel);
        var questions = lines.Index().Where(l => l.Item.Trim().Length > 0).Select(l => Read(l.Item, l.Index + 1)).ToList();
        var bot = BotStartup.OpenBot();
        foreach (var question in questions)
            await output.WriteLineAsync(
                JsonSerializer.Serialize(MachineAnswer.Of(await bot.ReplyAsync(question.Read(), cancel), question.Id), MachineJson.Lines.MachineAnswer));
        return CommandLine.Answered;

        MachineQuestion Read(string line, int number)
        {
            try
            {
                return JsonSerializer.Deserialize(line, MachineJson.Lines.MachineQuestion) ?? throw new JsonException("it is null");
            }
            catch (JsonException fault)
            {
                throw new FormatException($"{file.Name}, line {number}: this is not a question ({fault.Message.TrimEnd('.')}). Write {{\"id\": \"1\", "
                    + $"\"question\": \"...\", \"history\": []}}.");
            }
        }
    }
}
