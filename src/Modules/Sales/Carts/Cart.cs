using Emporium.Catalog.Contracts;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Sales.Carts;

/// <summary>Where a cart stands.</summary>
internal enum CartStatus
{
    Open,

    /// <summary>Its present content was ordered. A change opens it again as a new version.</summary>
    Ordered,
}

/// <summary>What a buyer is about to order. Its version names its content: one version becomes one order.</summary>
internal sealed class Cart
{
    public const int MostLines = 50;
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly List<CartLine> lines = [];

    private Cart() { }

    public CartId Id { get; private init; }

    public string Currency { get; private set; } = "";

    public string? Country { get; private set; }

    /// <summary>What was typed at checkout, so that the buyer who comes back need not type it again. Never part of the API's answers.</summary>
    public string? Email { get; private set; }

    public int Version { get; private set; }

    public CartStatus Status { get; private set; }

    public Book Book { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public IReadOnlyList<CartLine> Lines => lines;

    public int Pieces => lines.Sum(l => l.Quantity);

    public static Cart Start(CartId id, string currency, Book book, DateTimeOffset at) =>
        new() { Id = id, Currency = currency, Book = book, Version = 1, CreatedAt = at, UpdatedAt = at, ExpiresAt = at + Kept };

    /// <summary>Puts pieces in, beside those of the same product that are there.</summary>
    /// <exception cref="Refusal"><c>cart.quantity_invalid</c>, <c>cart.full</c>.</exception>
    public void Add(Offer offer, int quantity, DateTimeOffset at)
    {
        if (quantity < 1) throw Refusal.Invalid("cart.quantity_invalid", "Add at least one piece.", "quantity");
        var line = lines.Find(l => l.ProductId == offer.Product);
        if (line is null && lines.Count == MostLines)
            throw Refusal.Conflict("cart.full", $"A cart holds {MostLines} different products. Buy these first, or take one out.");

        var there = line?.Quantity ?? 0;
        if (line is null) lines.Add(line = new CartLine { CartId = Id, ProductId = offer.Product, Title = offer.Title, AddedAt = at });
        line.Take((int)Math.Min((long)there + quantity, int.MaxValue), offer.Price);
        Touch(at);
    }

    /// <exception cref="Refusal"><c>cart.quantity_invalid</c>, <c>line.not_found</c>.</exception>
    public void Change(ProductId product, int quantity, DateTimeOffset at)
    {
        var line = lines.Find(l => l.ProductId == product) ?? throw Refusal.NotFound("line");
        if (line.Quantity == quantity) return;
        line.Take(quantity, line.SeenPrice);
        Touch(at);
    }

    /// <summary>Takes a product out; one that is not there is out already.</summary>
    public void Remove(ProductId product, DateTimeOffset at)
    {
        if (lines.RemoveAll(l => l.ProductId == product) > 0) Touch(at);
    }

    /// <summary>Shows every line in another currency, at the prices that the buyer sees from now on.</summary>
    public void SwitchTo(string currency, IEnumerable<Offer> offers, DateTimeOffset at)
    {
        Currency = currency;
        foreach (var (line, offer) in lines.Join(offers, l => l.ProductId, o => o.Product, (l, o) => (l, o))) line.Take(line.Quantity, offer.Price);
        Touch(at);
    }

    /// <summary>Its content is an order now. What is no longer for sale goes out; the version stays, because it names the order.</summary>
    public void MarkOrdered(IReadOnlyCollection<ProductId> bought, string email, string? country, DateTimeOffset at)
    {
        lines.RemoveAll(l => !bought.Contains(l.ProductId));
        (Status, Email, Country, UpdatedAt) = (CartStatus.Ordered, email, country, at);
    }

    /// <summary>Its order was not paid in time: the content may be ordered again, as a new version.</summary>
    public void Reopen(DateTimeOffset at) => Touch(at);

    private void Touch(DateTimeOffset at) =>
        (Status, Version, UpdatedAt, ExpiresAt) = (CartStatus.Open, Version + 1, at, at + Kept);
}

internal sealed class CartTable : IEntityTypeConfiguration<Cart>
{
    public void Configure(EntityTypeBuilder<Cart> builder)
    {
        builder.ToTable("sales_carts");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.Status).IsConcurrencyToken();
        builder.Ignore(c => c.Pieces);
        builder.HasMany(c => c.Lines).WithOne().HasForeignKey(l => l.CartId);
        builder.HasIndex(c => c.ExpiresAt);
    }
}
