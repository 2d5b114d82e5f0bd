using System.Text.Json;
using System.Text.Json.Serialization;

namespace FocBot.Evaluation;

/// <summary>A question whose right answer is known.</summary>
/// <param name="Gold">Verbatim fragments; a passage that holds one answers.</param>
/// <param name="Alt">Fragments of passages that are fair too.</param>
/// <param name="Statement">The id of the statement that is asked about, where several are there.</param>
/// <param name="Need"><c>all</c> where every gold fragment must be shown, else <c>any</c>.</param>
sealed record KnownQuestion(string Id, string Type, string Question, IReadOnlyList<string>? History, bool Answerable,
    IReadOnlyList<string> Gold, IReadOnlyList<string>? Alt, string? Need, string? Statement)
{
    internal IEnumerable<string> AnswerType => Gold.Concat(Alt ?? []);
}

/// <summary>Reads files of questions, one JSON object a line.</summary>
static class QuestionSet
{
    /// <exception cref="FormatException">A line is not a question; the message names it.</exception>
    internal static List<KnownQuestion> Read(string file)
    {
        if (!File.Exists(file))
            throw new FileNotFoundException($"There is no file {file}.");
        return [.. File.ReadLines(file).Index().Where(l => l.Item.Trim().Length > 0).Select(l => Line(file, l.Index + 1, l.Item))];
    }

    static KnownQuestion Line(string file, int number, string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, MeasuringJson.Default.KnownQuestion)!;
        }
        catch (JsonException fault)
        {
            throw new FormatException($"{file}, line {number}: {fault.Message}");
        }
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(KnownQuestion))]
sealed partial class MeasuringJson : JsonSerializerContext;
