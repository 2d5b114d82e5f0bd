namespace FocBot.Import;

/// <summary>Reads a text from a file: Markdown, HTML, .docx, or PDF with a text layer.</summary>
public static class DocumentImport
{
    /// <summary>The kinds of file that can be read.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["md", "html", "docx", "pdf"];

    /// <summary>The format that a file's name tells; null where it tells none.</summary>
    public static string? FormatOf(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".md" or ".markdown" or ".txt" => "md",
        ".html" or ".htm" or ".xhtml" => "html",
        ".docx" => "docx",
        ".pdf" => "pdf",
        _ => null,
    };

    /// <summary>Reads a text.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="bytes">The file.</param>
    /// <exception cref="InvalidDataException">The file is not of that format, or holds no text.</exception>
    public static ImportedText Read(string format, byte[] bytes)
    {
        var text = format switch
        {
            "md" => MarkdownImport.Read(bytes),
            "html" => HtmlImport.Read(bytes),
            "docx" => WordImport.Read(bytes),
            "pdf" => PdfImport.Read(bytes),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
        return text.Blocks.Count > 0 ? text : throw new InvalidDataException("The file holds no text. A scanned PDF has to go through text recognition first.");
    }
}
