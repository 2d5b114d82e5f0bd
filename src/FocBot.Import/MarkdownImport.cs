using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FocBot.Import;

/// <summary>Reads Markdown: CommonMark with footnotes and pipe tables.</summary>
static partial class MarkdownImport
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseFootnotes().UsePipeTables().UseYamlFrontMatter().Build();

    [GeneratedRegex(@"\]\([^)]*\)|^---\n.*?\n---\n", RegexOptions.Singleline)]
    private static partial Regex NoWords();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s{0,9}(\d{1,9})[.)]\s", RegexOptions.Multiline)]
    private static partial Regex ItemNumber();

    internal static ImportedText Read(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var (blocks, notes, marks) = (new List<Block>(), new List<Note>(), new List<string>());
        foreach (var block in Markdown.Parse(text, Pipeline))
            Add(block, 0);
        var comments = Comment().Matches(text).Select(m => m.Value).ToList();
        return new(blocks, notes)
        {
            Words = [.. StatementMarkup.Words(NoWords().Replace(text, " "))],
            Dropped = comments,
            Marks = marks,
        };

        void Add(Markdig.Syntax.Block block, int depth, bool isQuoted = false)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    blocks.Add(new(BlockKind.Heading, Inline(heading.Inline, marks)) { Level = Math.Min(heading.Level, 4) });
                    break;
                case ParagraphBlock paragraph:
                    blocks.Add(new(isQuoted ? BlockKind.Quotation : BlockKind.Paragraph, Inline(paragraph.Inline, marks)));
                    break;
                case ListBlock list:
                    foreach (var item in list.OfType<ListItemBlock>())
                        AddItem(item, list.IsOrdered, depth);
                    break;
                case Table table:
                    foreach (var row in table.OfType<TableRow>())
                        AddRow(row);
                    break;
                case FootnoteGroup group:
                    foreach (var note in group.OfType<Footnote>())
                        AddNote(note);
                    break;
                case QuoteBlock quote:
                    foreach (var inner in quote)
                        Add(inner, depth, isQuoted: true);
                    break;
                case LeafBlock { Lines.Count: > 0 } leaf when leaf is not (HtmlBlock or Markdig.Extensions.Yaml.YamlFrontMatterBlock):
                    blocks.Add(new(BlockKind.Paragraph, StatementMarkup.Line(StatementMarkup.Escape(leaf.Lines.ToString()))));
                    break;
            }
        }

        void AddItem(ListItemBlock item, bool isOrdered, int depth)
        {
            var isFirst = true;
            foreach (var part in item)
            {
                if (part is ParagraphBlock paragraph && isFirst)
                {
                    var number = isOrdered ? $"{item.Order}. " : "";
                    blocks.Add(new(isOrdered && depth == 0 ? BlockKind.Paragraph
                        : BlockKind.ListItem, number + Inline(paragraph.Inline, marks))
                    { Level = depth });
                }
                else
                    Add(part, depth + 1);
                isFirst = false;
            }
        }

        void AddRow(TableRow row)
        {
            var cells = row.OfType<TableCell>().Select(c => string.Join(' ', c.OfType<ParagraphBlock>().Select(p => Inline(p.Inline, marks)))).ToList();
            blocks.Add(new(BlockKind.TableRow, "") { Cells = cells });
        }

        void AddNote(Footnote note)
        {
            var mark = note.Label!.TrimStart('^');
            marks.Add(mark);
            notes.Add(new(mark, string.Join(' ', note.OfType<ParagraphBlock>().Select(p => Inline(p.Inline, marks)))));
        }
    }

    static string Inline(ContainerInline? container, List<string> marks)
    {
        var text = new StringBuilder();
        foreach (var inline in container ?? [])
            Append(inline);
        return StatementMarkup.Line(text.ToString());

        void Append(Markdig.Syntax.Inlines.Inline inline)
        {
            switch (inline)
            {
                case FootnoteLink { IsBackLink: true } or HtmlInline:
                    break;
                case FootnoteLink link:
                    marks.Add(link.Footnote.Label!.TrimStart('^'));
                    text.Append(StatementMarkup.Mark(link.Footnote.Label.TrimStart('^')));
                    break;
                case LiteralInline literal:
                    text.Append(StatementMarkup.Escape(literal.Content.ToString()));
                    break;
                case CodeInline code:
                    text.Append(StatementMarkup.Escape(code.Content));
                    break;
                case AutolinkInline auto:
                    text.Append($"<{auto.Url}>");
                    break;
                case HtmlEntityInline entity:
                    text.Append(StatementMarkup.Escape(entity.Transcoded.ToString()));
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case LinkInline { IsImage: false } link:
                    text.Append(StatementMarkup.Link(Inline(link, marks), link.Url ?? ""));
                    break;
                case ContainerInline inner:
                    foreach (var one in inner)
                        Append(one);
                    break;
            }
        }
    }
}
