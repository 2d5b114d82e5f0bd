using System.Text.RegularExpressions;
using FocBot.Core.Statements;

namespace FocBot.Channels.Web.Study;

/// <summary>Where a statement uses a term, or what it stands for: whole words; acronyms in their own letters only.</summary>
static class TermUses
{
    internal static IEnumerable<Passage> Of(Term term, Statement statement) => statement.Passages.Where(p => p.Id == term.Passage || IsUsedIn(term, p));

    internal static bool IsUsedIn(Term term, Passage passage) =>
        term.Also.Append(term.Name).Append(term.Expansion).Any(name => name.Length > 0 && Regex.IsMatch(passage.Text, $@"(?<!\w){Regex.Escape(name)}(?!\w)",
            RegexOptions.CultureInvariant | (name.Any(char.IsLower) ? RegexOptions.IgnoreCase : RegexOptions.None)));
}
