using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace FocBot.Pages;

/// <summary>Markup that is safe to send: built from literals, every value in it encoded.</summary>
sealed record Html(string Markup)
{
    internal static Html Empty { get; } = new("");

    /// <summary>Builds markup from an interpolated string: its literals are markup, its values are text.</summary>
    internal static Html Of(HtmlHandler handler) => new(handler.ToString());

    internal static Html Join<T>(IEnumerable<T> items, Func<T, Html> render) => new(string.Concat(items.Select(i => render(i).Markup)));

    internal static Html When(bool condition, Func<Html> render) => condition ? render() : Empty;

    public override string ToString() => Markup;
}

[InterpolatedStringHandler]
readonly ref struct HtmlHandler(int literalLength, int formattedCount)
{
    readonly StringBuilder text = new(literalLength + (formattedCount * 32));

    public void AppendLiteral(string markup) => text.Append(markup);

    public void AppendFormatted(Html html) => text.Append(html.Markup);

    public void AppendFormatted(string? value) => text.Append(HtmlEncoder.Default.Encode(value ?? ""));

    public void AppendFormatted(int value) => text.Append(value);

    public override string ToString() => text.ToString();
}
