using Emporium.Sales.Carts;
using static Emporium.Tests.Sales.Make;

namespace Emporium.Tests.Sales;

public sealed class CartTests
{
    private readonly Cart cart = Cart();

    [Fact]
    public void Every_change_of_the_content_is_a_new_version()
    {
        var offer = Offer(Eur(2900));
        cart.Add(offer, 1, Time.Now);
        cart.Change(offer.Product, 2, Time.Now);
        cart.Remove(offer.Product, Time.Now);

        Assert.Equal(4, cart.Version);
        Assert.Empty(cart.Lines);
    }

    [Fact]
    public void What_changes_nothing_is_no_new_version()
    {
        var offer = Offer(Eur(2900));
        cart.Add(offer, 1, Time.Now);
        cart.Change(offer.Product, 1, Time.Now);
        cart.Remove(Offer(Eur(100)).Product, Time.Now);

        Assert.Equal(2, cart.Version);
    }

    [Fact]
    public void The_same_product_twice_is_one_line_at_the_price_seen_last()
    {
        var offer = Offer(Eur(2900));
        cart.Add(offer, 1, Time.Now);
        cart.Add(offer with { Price = Eur(3900) }, 2, Time.Now);

        var line = Assert.Single(cart.Lines);
        Assert.Equal((3, Eur(3900)), (line.Quantity, line.SeenPrice));
    }

    [Fact]
    public void The_fifty_first_product_is_refused()
    {
        for (var i = 0; i < 50; i++) cart.Add(Offer(Eur(100)), 1, Time.Now);

        Assert.Equal("cart.full", RefusalOf(() => cart.Add(Offer(Eur(100)), 1, Time.Now)));
        Assert.Equal(50, cart.Lines.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_quantity_that_nobody_needs_is_refused(int quantity) =>
        Assert.Equal("cart.quantity_invalid", RefusalOf(() => cart.Add(Offer(Eur(100)), quantity, Time.Now)));

    [Fact]
    public void Adding_cannot_lift_a_line_over_the_limit()
    {
        var offer = Offer(Eur(100));
        cart.Add(offer, 60, Time.Now);

        Assert.Equal("cart.quantity_invalid", RefusalOf(() => cart.Add(offer, 60, Time.Now)));
        Assert.Equal(60, cart.Pieces);
    }

    [Fact]
    public void An_ordered_cart_keeps_its_version_and_only_what_was_bought()
    {
        var (kept, withdrawn) = (Offer(Eur(100)), Offer(Eur(200)));
        cart.Add(kept, 1, Time.Now);
        cart.Add(withdrawn, 1, Time.Now);
        cart.MarkOrdered([kept.Product], "ada@example.org", "PT", Time.Now);

        Assert.Equal((CartStatus.Ordered, 3), (cart.Status, cart.Version));
        Assert.Equal(kept.Product, Assert.Single(cart.Lines).ProductId);
    }

    [Fact]
    public void Changing_an_ordered_cart_opens_it_as_another_version()
    {
        var offer = Offer(Eur(100));
        cart.Add(offer, 1, Time.Now);
        cart.MarkOrdered([offer.Product], "ada@example.org", "PT", Time.Now);
        cart.Add(offer, 1, Time.Now);

        Assert.Equal((CartStatus.Open, 3), (cart.Status, cart.Version));
    }
}
