using FocBot.Core;

namespace FocBot.Channels.Web.Chat;

/// <summary>A conversation as the page's form carries it; the server keeps none of it.</summary>
/// <param name="Latest">What was said just now.</param>
/// <param name="History">What was said before, oldest first.</param>
sealed record ChatForm(Said Latest, IReadOnlyList<Said> History)
{
    /// <summary>The largest form, in bytes: a question and all that the page carries of those before it, in any script.</summary>
    internal const int LargestBody = (Question.MaxHistory + 2) * ((Question.MaxLength * 9) + 64);

    internal bool IsTooLong => Latest.Words.Length > Question.MaxLength;

    internal IReadOnlyList<Said> All => [.. History, Latest];

    internal static async Task<ChatForm> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
            return new(Said.Typed(""), []);
        var form = await request.ReadFormAsync(cancel);
        var history = form["history"].OfType<string>().Select(Said.Read).Where(s => s.Words.Length <= Question.MaxLength).TakeLast(Question.MaxHistory);
        var latest = form["choice"].ToString() is { Length: > 0 } choice ? Said.Read(choice)
            : form.ContainsKey("use") ? Said.Read(form["scope"].ToString())
            : Said.Typed(form["question"].ToString());
        return new(latest, [.. history]);
    }
}
