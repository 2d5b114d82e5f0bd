using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FocBot.Core.Onboarding;
using FocBot.Core.Statements;

namespace FocBot.Channels.Web.Onboarding;

/// <summary>A trainer's course as a link carries it: what was chosen, signed with the trainer's key, so that nothing needs to be stored.</summary>
static class CourseLink
{
    const int SignatureLength = 16;
    const int LongestToken = 2_000;

    /// <summary>The token of a course.</summary>
    /// <param name="statement">The statement's id.</param>
    /// <param name="stops">Numbers of the tour's stops, from 1.</param>
    /// <param name="questions">Numbers of questions of the bank.</param>
    /// <param name="key">The trainer's key.</param>
    internal static string Create(string statement, IEnumerable<int> stops, IEnumerable<int> questions, string key)
    {
        var content = Encoding.UTF8.GetBytes($"{statement}|{Joined(stops)}|{Joined(questions)}");
        return $"{Base64Url.EncodeToString(content)}.{Base64Url.EncodeToString(Sign(content, key))}";
    }

    /// <summary>The course of a token; null where it was not made with this key, or its statement is gone.</summary>
    internal static Course? Read(string token, Catalogue catalogue, string key)
    {
        if (key.Length == 0 || token.Length > LongestToken || token.Split('.') is not [var first, var second]
            || !Base64Url.IsValid(first) || !Base64Url.IsValid(second))
            return null;
        var content = Base64Url.DecodeFromChars(first);
        if (!CryptographicOperations.FixedTimeEquals(Sign(content, key), Base64Url.DecodeFromChars(second)))
            return null;
        if (Encoding.UTF8.GetString(content).Split('|') is not [var id, var stops, var questions] || catalogue.Find(id) is not { } statement)
            return null;
        var bank = QuestionBank.Of(statement);
        return new(statement, [.. Chosen(stops, statement.Study.Tour)],
            [.. Chosen(questions, bank).OrderBy(q => q.Passage.Number)], $"/courses/{token}", token);
    }

    static byte[] Sign(byte[] content, string key) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), content)[..SignatureLength];

    static string Joined(IEnumerable<int> numbers) => string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    static IEnumerable<T> Chosen<T>(string numbers, IReadOnlyList<T> from) =>
        numbers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture))
            .Where(n => n >= 1 && n <= from.Count).Select(n => from[n - 1]);
}
