using FocBot.Core;

namespace FocBot.Tests.Content;

/// <summary>Statements that are not in English: asked in their own language and in English, and quoted as they stand.</summary>
public sealed class OtherLanguageTests : IDisposable
{
    // Of each text: three passages, a question in its language and one in English, both about the second.
    public static TheoryData<string, string, string, string, string> Texts => new()
    {
        { "fr", "Les offices publient un registre.|La surveillance des journalistes exige l'accord d'un juge.|Les écoles reçoivent des livres.",
            "Qui peut surveiller les journalistes ?", "surveillance of journalists", "The original is in French." },
        { "es", "Las oficinas publican un registro.|La vigilancia de los periodistas exige el permiso de un juez.|Las escuelas reciben libros.",
            "¿Qué dice sobre la vigilancia de periodistas?", "surveillance of journalists", "The original is in Spanish." },
        { "de", "Die Ämter führen ein Verzeichnis.|Die Überwachung von Journalisten braucht die Erlaubnis eines Richters.|Die Schulen bekommen Bücher.",
            "Was steht da über die Überwachung von Journalisten?", "surveillance of journalists", "The original is in German." },
        { "pt", "As repartições publicam um registo.|A vigilância dos jornalistas exige a autorização de um juiz.|As escolas recebem livros.",
            "O que diz sobre a vigilância de jornalistas?", "surveillance of journalists", "The original is in Portuguese." },
        { "ru", "Ведомства ведут список.|Слежка за журналистами требует разрешения судьи.|Школы получают книги.",
            "Что сказано о слежке за журналистами?", "surveillance of journalists", "The original is in Russian." },
        { "ar", "تنشر المكاتب سجلًا.|تحتاج مراقبة الصحفيين إلى إذن من القاضي.|تتلقى المدارس كتبًا.",
            "ماذا يقول عن مراقبة الصحفيين؟", "surveillance of journalists", "The original is in Arabic." },
        { "zh", "各机关公布名册。|监控记者需要法官的许可。|学校得到书籍。", "关于监控记者说了什么？", "surveillance of journalists", "The original is in Chinese." },
    };

    readonly SmallLibrary library = new("harbour-2019-automation");

    public void Dispose() => library.Dispose();

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_statement_is_found_in_its_own_language_and_in_English(string language, string text, string own, string english, string original)
    {
        var passages = Write(language, text);

        var asked = library.Bot.Reply(new(own));
        Assert.Equal(passages[1], asked.Excerpts[0].Text);
        Assert.Equal(language, asked.Labels.Language);
        // It is the asker's own language: nothing is said of an original.
        Assert.DoesNotContain("original", asked.Lead, StringComparison.OrdinalIgnoreCase);

        var foreign = library.Bot.Reply(new(english));
        Assert.Equal(passages[1], foreign.Excerpts[0].Text);
        Assert.StartsWith(original, foreign.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_third_language_is_told_the_language_of_the_original()
    {
        Write("fr", "Les offices publient un registre.|La surveillance des journalistes exige l'accord d'un juge.");
        var answer = library.Bot.Reply(new("¿Qué dice sobre la vigilancia de periodistas?"));
        Assert.StartsWith("El original está en francés.", answer.Lead, StringComparison.Ordinal);
        Assert.DoesNotContain("inglés", answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_translation_that_nobody_issued_helps_to_find_and_is_not_quoted()
    {
        Write("fr", "Les offices publient un registre.|La surveillance des journalistes exige l'accord d'un juge.");
        File.WriteAllText(library.FileOf("coast-2021", "statement.en.md"),
            "---\ntitle: Coast Charter\nlanguage: en\n---\n\n# Coast Charter\n\nThe offices publish a register.\n\nSnooping on newspaper people needs a magistrate.\n");
        var answer = library.Bot.Reply(new("snooping on newspaper people"));
        Assert.Equal("La surveillance des journalistes exige l'accord d'un juge.", answer.Excerpts[0].Text);
    }

    string[] Write(string language, string text)
    {
        var passages = text.Split('|');
        Directory.CreateDirectory(Path.GetDirectoryName(library.FileOf("coast-2021"))!);
        File.WriteAllText(library.FileOf("coast-2021"), $"---\nid: coast-2021\ntitle: Carta 2021\nshort-title: Carta\nissuer: Coast\nissuer-short: CO\n"
            + $"date: 2021\nlanguage: {language}\n---\n\n# Carta 2021\n\n{string.Join("\n\n", passages)}\n");
        return passages;
    }
}
