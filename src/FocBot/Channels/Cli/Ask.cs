using System.Text.Json;
using FocBot.Core;

namespace FocBot.Channels.Cli;

/// <summary><c>focbot ask</c>: one question, or a file of them.</summary>
static class Ask
{
    internal static int One(string text, bool json, bool why)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new FormatException("The question is empty. Ask something: focbot ask \"Can governments spy on people?\"");
        var answer = Shelves.OpenBot().Reply(new(text) { AsksWhy = why });
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(MachineAnswer.Of(answer) with { Why = why ? answer.Why : null }, MachineJson.Lines.MachineAnswer));
        else
            TerminalAnswer.Write(answer, why);
        return answer.Kind is AnswerKind.Answered or AnswerKind.Guidance ? CommandLine.Answered : CommandLine.Silent;
    }

    internal static int Batch(FileInfo file, TextWriter output)
    {
        if (!file.Exists)
            throw new FileNotFoundException($"There is no file {file.FullName}.");
        var questions = File.ReadLines(file.FullName).Index().Where(l => l.Item.Trim().Length > 0).Select(l => Read(l.Item, l.Index + 1)).ToList();
        var bot = Shelves.OpenBot();
        foreach (var question in questions)
            output.WriteLine(JsonSerializer.Serialize(MachineAnswer.Of(bot.Reply(question.Read()), question.Id), MachineJson.Lines.MachineAnswer));
        return CommandLine.Answered;

        MachineQuestion Read(string line, int number)
        {
            try
            {
                return JsonSerializer.Deserialize(line, MachineJson.Lines.MachineQuestion) ?? throw new JsonException("it is null");
            }
            catch (JsonException fault)
            {
                throw new FormatException($"{file.Name}, line {number}: this is not a question ({fault.Message.TrimEnd('.')}). Write {{\"id\": \"1\", \"question\": \"...\", \"history\": []}}.");
            }
        }
    }
}
