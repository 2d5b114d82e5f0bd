using FocBot.Search.Analysis;

namespace FocBot.Tests.Index;

/// <summary>What each analyzer makes of a text.</summary>
public sealed class AnalyzerTests
{
    [Theory]
    [InlineData("States should NOT restrict encryption", "state should not restrict encrypt")]
    [InlineData("what about _internet shutdowns_?", "what about internet shutdown")]
    [InlineData("human_rights_defenders", "human right defend")]
    [InlineData("InternetShutdowns", "internet shutdown")]
    [InlineData("topic:encryption", "topic encrypt")]
    [InlineData("shutdowns.and censorship", "shutdown censorship")]
    [InlineData("F.O.C. and the U.N.G.G.E.", "foc ungg")]
    [InlineData("San José, San José, Ｓａｎ Ｊｏｓé", "san jose san jose san jose")]
    [InlineData("the coalition's members", "coalit member")]
    [InlineData("resolution 20/8", "resolut 20 8")]
    public void English(string text, string terms) => Assert.Equal(terms, Analyze("en", text));

    [Theory]
    [InlineData("fr", "l'anonymat des journalistes", "anonymat journalist")]
    [InlineData("es", "la vigilancia de los periodistas", "vigilanci periodist")]
    [InlineData("de", "die Überwachung der Journalisten", "uberwachung journalist")]
    [InlineData("pt", "a vigilância dos jornalistas", "vigilanci jornalist")]
    [InlineData("ru", "слежка за журналистами", "слежк журналист")]
    [InlineData("ar", "مراقبة الصحفيين", "مراقب صحف")]
    [InlineData("zh", "网络安全", "网络 络安 安全")]
    [InlineData("nl", "De journalisten", "de journalisten")]
    public void Other_languages(string language, string text, string terms) => Assert.Equal(terms, Analyze(language, text));

    [Theory]
    [InlineData("surveillance", "survaylance")]
    [InlineData("journalist", "jurnalist")]
    [InlineData("cyber", "siber")]
    [InlineData("phone", "fone")]
    public void Words_that_sound_alike_share_a_key(string right, string wrong) => Assert.Equal(Phonetic.KeyOf(right), Phonetic.KeyOf(wrong));

    static string Analyze(string language, string text) => string.Join(' ', FieldAnalyzers.Of(language).Tokenize(text));
}
