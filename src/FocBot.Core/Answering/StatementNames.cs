using FocBot.Core.Statements;

namespace FocBot.Core.Answering;

/// <summary>Statements by what people call them: id, title, short title, initials, issuer, year, or some of those words.</summary>
static class StatementNames
{
    static readonly HashSet<string> fillers = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "statement", "statements", "text", "document", "declaration", "one",
            "on", "of", "and", "for", "about", "from", "by", "joint", "in", "to", "only",
    };

    /// <summary>The statements of that name; several where it fits several, none where it fits none.</summary>
    internal static IReadOnlyList<Statement> Find(Catalogue catalogue, string name)
    {
        var words = Words(name);
        if (words.Count == 0)
            return [];
        var exact = catalogue.Statements.Where(s => Exactly(s.Front, name.Trim(), words)).ToList();
        return exact.Count > 0 ? exact : [.. catalogue.Statements.Where(s => words.IsSubsetOf(Named(s.Front)))];
    }

    static bool Exactly(FrontMatter front, string name, HashSet<string> words) =>
        name.Equals(front.Id, StringComparison.OrdinalIgnoreCase) || words.SetEquals(Words(front.ShortTitle)) || words.SetEquals(Words(front.Title))
        || front.Names.Any(n => words.SetEquals(Words(n)))
        || (words.Count == 1 && words.First().Equals(Initials(front.Title), StringComparison.OrdinalIgnoreCase));

    static HashSet<string> Named(FrontMatter front)
    {
        var words = Words($"{front.Title} {front.ShortTitle} {front.Issuer} {front.IssuerShort} {front.Date} {front.Id} {string.Join(' ', front.Names)}");
        var initials = Initials(front.Title).ToLowerInvariant();
        // "Artificial Intelligence" inside a title is "AI": any run of initials names it.
        for (var from = 0; from < initials.Length; from++)
        {
            for (var to = from + 2; to <= initials.Length; to++)
                words.Add(initials[from..to]);
        }

        return words;
    }

    // "Universal Declaration of Human Rights" is the UDHR.
    static string Initials(string title) =>
        string.Concat(title.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).Select(w => w[0]));

    /// <summary>The statement whose whole name or initials these are; null where there is none, or more than one.</summary>
    internal static Statement? Exact(Catalogue catalogue, string name)
    {
        var words = Words(name);
        var named = catalogue.Statements.Where(s => Exactly(s.Front, name.Trim(), words)).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>Who speaks in "what does ... say about": the statement of that name, or all that somebody of that name issued.</summary>
    internal static IReadOnlyList<Statement> Spoken(Catalogue catalogue, string name)
    {
        if (Find(catalogue, name) is [var only])
            return [only];
        var words = Words(name);
        return words.Count == 0 ? [] : [.. catalogue.Statements.Where(s =>
            s.Front.CoSponsors.Append(s.Front.Issuer).Append(s.Front.IssuerShort).Any(issuer => words.SetEquals(Words(issuer))))];
    }

    /// <summary>Whether the words name something besides what any statement is.</summary>
    internal static bool IsName(string name) => Words(name).Count > 0;

    static HashSet<string> Words(string text)
    {
        var words = Accents.Off(text.ToLowerInvariant()).Split([' ', '-', ',', '.', '(', ')', '"', '“', '”', '\''], StringSplitOptions.RemoveEmptyEntries);
        return words.Where(w => !fillers.Contains(w)).ToHashSet(StringComparer.Ordinal);
    }
}
