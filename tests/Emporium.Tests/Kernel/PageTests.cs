namespace Emporium.Tests.Kernel;

public sealed class PageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_cursor_reads_back_as_it_was_written()
    {
        var cursor = Cursor.At(Noon.AddMicroseconds(7), Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"));

        Assert.Equal(cursor, Cursor.Parse(cursor.ToString()));
        Assert.Equal(Noon.AddMicroseconds(7), cursor.Moment);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("MTIz")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OS4wMTg5MGE1ZGFjOTY3NzRiYmNjZWIzMDIwOTlhODA1Nw")]
    [InlineData("'; drop table sales_orders; --")]
    public void A_cursor_that_we_did_not_make_is_refused(string text) => Assert.Equal("cursor.invalid", Assert.Throws<Refusal>(() => Cursor.Parse(text)).Code);

    [Fact]
    public void A_page_ends_where_nothing_follows()
    {
        Func<int, Cursor> at = n => new Cursor(n, Guid.Empty);

        Assert.Null(Page<int>.Of([1, 2], 2, at).NextCursor);
        Assert.Equal([1, 2], Page<int>.Of([1, 2, 3], 2, at).Items);
        Assert.Equal(at(2), Cursor.Parse(Page<int>.Of([1, 2, 3], 2, at).NextCursor));
    }
}
