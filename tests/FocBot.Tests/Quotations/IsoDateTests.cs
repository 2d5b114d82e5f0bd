using FocBot.Core.Quotations;

namespace FocBot.Tests.Quotations;

public sealed class IsoDateTests
{
    [Theory]
    [InlineData("February 2020", "2020-02")]
    [InlineData("5 July 2012", "2012-07-05")]
    [InlineData("July 5, 2012", "2012-07-05")]
    [InlineData("2021", "2021")]
    [InlineData("2021-03-09", "2021-03-09")]
    [InlineData("Spring 2021", "Spring 2021")]
    public void A_printed_date_is_as_exact_in_ISO_form(string printed, string iso) => Assert.Equal(iso, IsoDate.Of(printed));

    [Fact]
    public void BibTeX_has_it() =>
        Assert.Contains("date = {2020-02}", CitationStyles.Of(ShippedContent.Statement.Passages[1])[3].Text, StringComparison.Ordinal);
}
