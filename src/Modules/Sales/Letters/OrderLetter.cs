namespace Emporium.Sales.Letters;

/// <summary>What a letter about an order is made of; the HTML and the text say the same.</summary>
/// <param name="Link">The letter's one action: where the buyer finds what they bought.</param>
public sealed record OrderLetter(
    string Store, string SupportEmail, string Number, string? BuyerName, DateTimeOffset At, IReadOnlyList<OrderLetter.Line> Lines, Money Tax, string? Country, Money Total, string Link, IReadOnlyList<OrderLetter.Terms> Accepted)
{
    public string Greeting => BuyerName is null ? "Hello," : $"Hello {BuyerName},";

    /// <summary>A text that the buyer accepted, and where this version of it stays.</summary>
    public sealed record Terms(string Name, int Version, string Address);

    public sealed record Line(string Title, int Quantity, Money Total);
}
