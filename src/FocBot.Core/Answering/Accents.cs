using System.Text;

namespace FocBot.Core.Answering;

/// <summary>Folds letters that mean the same: who types "Jose", or "José" in two characters, or in full width, means "José".</summary>
/// <remarks>A table, since the program runs without the culture data that Unicode normalisation needs.</remarks>
public static class Accents
{
    const string With = "àáâãäåāăąçćčďđèéêëēėęěğìíîïīįıłľñńňòóôõöøōőřśšşșťţțùúûüūůűųýÿźżžßÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ";
    const string Without = "aaaaaaaaacccddeeeeeeeegiiiiiiillnnnoooooooorsssstttuuuuuuuuyyzzzsAAAAAACEEEEIIIINOOOOOOUUUUY";
    const char FullWidthStart = '\uFF01', FullWidthEnd = '\uFF5E', IdeographicSpace = '\u3000';
    const int FullWidthOffset = 0xFEE0;

    /// <summary>The text without accents on Latin letters, without combining marks on letters, and in half width.</summary>
    public static string Off(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F') < 0)
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Where(letter => letter is < '\u0300' or > '\u036F'))
            plain.Append(Fold(letter));
        return plain.ToString();
    }

    static char Fold(char letter) => letter switch
    {
        >= '\u00C0' and <= '\u024F' when With.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at => Without[at],
        >= FullWidthStart and <= FullWidthEnd => (char)(letter - FullWidthOffset),
        IdeographicSpace => ' ',
        _ => letter,
    };
}
