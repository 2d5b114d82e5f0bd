using System.Globalization;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace FocBot.Tests.Import;

/// <summary>Sets the charter as a printed paper: running heads, page numbers, cut words, raised marks, notes at the foot of the page.</summary>
static class PdfPages
{
    const double Left = 72, Text = 11, Small = 8.5, Lead = 14;

    internal static byte[] Charter()
    {
        var file = new PdfDocumentBuilder();
        var (plain, bold) = (file.AddStandard14Font(Standard14Font.TimesRoman), file.AddStandard14Font(Standard14Font.TimesBold));
        var page = Page(1);
        var y = 740.0;
        Line(Lighthouse.Title, 18, bold, after: 34);
        Line("The light", 14, bold, after: 20);
        Line("Whoever keeps a light keeps it for all ships alike,", Text, plain, mark: "1", then: " and the multi-");
        Line("stakeholder council watches over the keepers.", Text, plain, after: 24);
        Line("A message that warns of a storm is free of charge: the multi-stakeholder council has said so.", Text, plain, mark: "2", after: 24);
        Line("Duties", 14, bold, after: 20);
        Line("1. Keepers shall pass on every warning within the hour that they re-", Text, plain);
        Line("ceive it, day and night, in summer and in winter, to each harbour", Text, plain);
        Note(90, "1", " The keepers of all nine coasts signed it at the winter meeting, in the pre-");
        Note(80, "", "sence of two observers.");
        Note(70, "2", " Since repealed.");
        page = Page(2);
        y = 740.0;
        Line("in sight, whatever flag its ships may fly.", Text, plain, after: 24);
        Line("2. Keepers may be silent only:", Text, plain, after: 20);
        Bullet(0, "in fog, when no signal carries;");
        Bullet(18, "for the small lights, on any day;");
        Bullet(18, "for the great lights, in the long", after: Lead);
        Line("nights of midwinter alone;", Text, plain, after: 18, indent: 32);
        Bullet(0, "under the order of a court.");
        Line("Signals", 14, bold, after: 20);
        Row("Signal", "Meaning");
        Row("Two flashes", "Storm");
        Row("Long flash", "Harbour closed");
        return file.Build();

        PdfPageBuilder Page(int number)
        {
            var made = file.AddPage(PageSize.A4);
            made.AddText(Lighthouse.Head, 9, new(Left, 805), plain);
            made.AddText(string.Create(CultureInfo.InvariantCulture, $"Page {number} of 2"), 9, new(270, 30), plain);
            return made;
        }

        void Line(string words, double size, PdfDocumentBuilder.AddedFont font, string mark = "", string then = "", double after = Lead, double indent = 0)
        {
            var end = page.AddText(words, size, new(Left + indent, y), font)[^1].EndBaseLine.X;
            if (mark.Length > 0)
                end = page.AddText(mark, 0.6 * size, new(end, y + (0.35 * size)), font)[^1].EndBaseLine.X;
            if (then.Length > 0)
                page.AddText(then, size, new(end, y), font);
            y -= after;
        }

        void Note(double height, string mark, string words)
        {
            var end = mark.Length == 0 ? Left : page.AddText(mark, 0.6 * Small, new(Left, height + 3), plain)[^1].EndBaseLine.X;
            page.AddText(words, Small, new PdfPoint(end, height), plain);
        }

        void Bullet(double indent, string words, double after = 18)
        {
            page.AddText("•", Text, new(Left + indent, y), plain);
            page.AddText(words, Text, new(Left + indent + 14, y), plain);
            y -= after;
        }

        void Row(string first, string second)
        {
            page.AddText(first, Text, new(Left, y), plain);
            page.AddText(second, Text, new(Left + 180, y), plain);
            y -= 18;
        }
    }
}
