namespace FocBot.Core.Answering;

/// <summary>Takes the accents off Latin letters: who types "Jose" means "José", and many keyboards have none.</summary>
/// <remarks>A table, since the program runs without the culture data that Unicode normalisation needs.</remarks>
public static class Accents
{
    const string With = "àáâãäåāăąçćčďđèéêëēėęěğìíîïīįıłľñńňòóôõöøōőřśšşșťţțùúûüūůűųýÿźżžßÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ";
    const string Without = "aaaaaaaaacccddeeeeeeeegiiiiiiillnnnoooooooorsssstttuuuuuuuuyyzzzsAAAAAACEEEEIIIINOOOOOOUUUUY";

    /// <summary>The same text, as long as before.</summary>
    public static string Off(string text) => text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F') < 0 ? text : string.Create(text.Length, text, static (plain, typed) =>
    {
        for (var i = 0; i < typed.Length; i++)
            plain[i] = typed[i] is >= '\u00C0' and <= '\u024F' && With.IndexOf(typed[i], StringComparison.Ordinal) is >= 0 and var at ? Without[at] : typed[i];
    });
}
