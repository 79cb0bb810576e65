using System.Text.Json;
using Emporium.Catalog.Contracts;
using Emporium.Host;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Sales.Contracts;
using Emporium.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Emporium.Tests.Kernel;

public sealed class IdTests
{
    [Fact]
    public void Every_id_reads_back_as_it_was_written() => Prop.ForAll(ArbMap.Default.ArbFor<Guid>(), value =>
        EntityId.TryParse<OrderId>(new OrderId(value).ToString(), out var read) && read.Value == value).QuickCheckThrowOnFailure();

    // The valid cases of the TypeID specification: the prefix and the UUID in Crockford's base 32.
    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000", "00000000000000000000000000")]
    [InlineData("00000000-0000-0000-0000-00000000000a", "0000000000000000000000000a")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff", "7zzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("01890a5d-ac96-774b-bcce-b302099a8057", "01h455vb4pex5vsknk084sn02q")]
    public void The_text_is_that_of_the_TypeID_specification(string uuid, string suffix) => Assert.Equal($"ord_{suffix}", new OrderId(Guid.Parse(uuid)).ToString());

    [Theory]
    [InlineData("prd_01h455vb4pex5vsknk084sn02q")]
    [InlineData("ord-01h455vb4pex5vsknk084sn02q")]
    [InlineData("ord_01h455vb4pex5vsknk084sn02")]
    [InlineData("ord_8zzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("ord_01H455VB4PEX5VSKNK084SN02Q")]
    [InlineData("ord_01h455vb4pex5vsknk084sn0il")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_exactly_such_an_id_is_no_id(string? text) => Assert.False(OrderId.TryParse(text, null, out _));

    [Fact]
    public void Ids_sort_by_age()
    {
        var clock = new TestClock();
        var first = ProductId.New(clock);
        clock.Advance(TimeSpan.FromSeconds(1));
        var second = ProductId.New(clock);

        Assert.True(first < second);
        Assert.True(string.CompareOrdinal(first.ToString(), second.ToString()) < 0);
    }

    [Fact]
    public void Ids_travel_as_text_also_as_keys()
    {
        var id = new OrderId(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"));

        Assert.Equal("\"ord_01h455vb4pex5vsknk084sn02q\"", JsonSerializer.Serialize(id, Json.Options));
        Assert.Equal(new Dictionary<OrderId, int> { [id] = 1 }, JsonSerializer.Deserialize<Dictionary<OrderId, int>>("""{"ord_01h455vb4pex5vsknk084sn02q":1}""", Json.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OrderId>("\"prd_01h455vb4pex5vsknk084sn02q\"", Json.Options));
    }

    [Fact]
    public void No_two_kinds_of_id_share_a_prefix()
    {
        var prefixes = Modules.All.Select(m => m.GetType().Assembly).Append(typeof(StoreDb).Assembly).Distinct()
            .SelectMany(a => a.GetTypes()).Where(EntityId.IsEntityId).Select(t => (string)t.GetProperty("Prefix")!.GetValue(null)!).Order().ToList();

        Assert.Contains("ord", prefixes);
        Assert.Equal(prefixes.Distinct(), prefixes);
    }
}
