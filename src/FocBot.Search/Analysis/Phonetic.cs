using System.Text;

namespace FocBot.Search.Analysis;

/// <summary>A key that English words share which sound alike: consonants by their sound, vowels only at the beginning.</summary>
static class Phonetic
{
    static readonly (string Written, string Sound)[] digraphs =
        [("sch", "x"), ("tch", "x"), ("ph", "f"), ("gh", ""), ("ck", "k"), ("sh", "x"), ("ch", "x"), ("th", "t"), ("wh", "w"),
            ("kn", "n"), ("wr", "r"), ("qu", "kw"), ("ce", "s"), ("ci", "s"), ("cy", "s"), ("ge", "j"), ("gi", "j")];

    /// <summary>The key of a lower-case word, such as <c>srvlns</c> for "surveillance".</summary>
    internal static string KeyOf(string word)
    {
        var key = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length;)
        {
            var (written, sound) = digraphs.FirstOrDefault(d => string.CompareOrdinal(word, at, d.Written, 0, d.Written.Length) == 0);
            written ??= word.Substring(at, 1);
            sound ??= written[0] switch
            {
                'c' or 'q' => "k",
                'z' => "s",
                'v' => "f",
                'x' => "ks",
                'd' => "t",
                'b' =>
                "p",
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' => at == 0 ? "a" : "",
                _ => written
            };
            foreach (var letter in sound.Where(letter => key.Length == 0 || key[^1] != letter))
                key.Append(letter);
            at += written.Length;
        }

        return key.ToString();
    }
}
