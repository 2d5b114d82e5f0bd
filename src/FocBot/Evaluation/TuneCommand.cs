using System.CommandLine;
using System.Globalization;
using FocBot.Cli;
using FocBot.Core.Content;
using FocBot.Search.Tuning;

namespace FocBot.Evaluation;

/// <summary><c>focbot tune</c>: encodes the shipped texts and learns the weights of ranking and of silence from the sample questions, each left out in
/// turn.</summary>
static class TuneCommand
{
    internal static Command Create()
    {
        var target = new Argument<string>("target") { Description = "The content folder to write vectors.bin and weights.txt to: index." };
        var command = new Command("tune", "Learn the weights of ranking and of silence.") { target };
        command.SetAction(parsed => CommandLine.Guarded(() => Run(parsed.GetValue(target)!)));
        return command;
    }

    static int Run(string target)
    {
        if (!Directory.Exists(target))
            throw new DirectoryNotFoundException($"There is no folder {target}.");
        new Tuner(ContentFolder.Read(target)).WriteVectors(Path.Combine(target, "vectors.bin"));
        var tuner = new Tuner(ContentFolder.Read(target));
        var weights = tuner.Learn(hasSamples: false).Concat(tuner.Learn(hasSamples: true)).OrderBy(w => w.Key, StringComparer.Ordinal);
        File.WriteAllLines(Path.Combine(target, "weights.txt"), ["# Made by 'focbot tune'; the same input gives the same file.",
            .. weights.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key} {w.Value:F4}"))]);
        Console.Out.WriteLine($"{target}: vectors.bin and weights.txt written.");
        return CommandLine.Answered;
    }
}
