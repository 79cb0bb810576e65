using System.Globalization;
using Emporium.Ui;

namespace Emporium.Sales.Letters;

/// <summary>What a letter about an order is made of; the HTML and the text say the same.</summary>
/// <param name="Link">The letter's one action: where the buyer finds what they bought.</param>
/// <param name="Culture">How the buyer reads dates and amounts.</param>
public sealed record OrderLetter(
    string Store, string SupportEmail, string Number, string? BuyerName, DateTimeOffset At, IReadOnlyList<OrderLetter.Line> Lines, Money Tax, string? Country, Money Total, string Link, IReadOnlyList<OrderLetter.Terms> Accepted, CultureInfo Culture)
{
    public string Greeting => BuyerName is null ? "Hello," : $"Hello {BuyerName},";

    public string Day => MomentText.Day(At, Culture);

    public string Amount(Money money) => MoneyText.Format(money, Culture);

    /// <summary>A text that the buyer accepted, and where this version of it stays.</summary>
    public sealed record Terms(string Name, int Version, string Address);

    public sealed record Line(string Title, int Quantity, Money Total);
}
