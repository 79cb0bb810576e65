using System.Security.Cryptography;
using System.Text;
using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Payments;

/// <summary>From a card's number to what may be kept of it: brand, last four digits and a keyed fingerprint.</summary>
internal static class CardMethod
{
    public static PaymentMethod Of(Books books, TestCard? card, string number, int month, int year, string? email, string? name) => new()
    {
        Id = StripeId.New("pm_"),
        Created = books.Now,
        Type = "card",
        Brand = card?.Brand ?? BrandOf(number),
        Last4 = number[^4..],
        Fingerprint = Fingerprint(number, books.Options.SecretKey),
        ExpiryMonth = month,
        ExpiryYear = year,
        Token = card?.Token,
        Email = email,
        Name = name,
    };

    public static PaymentMethod BankAccount(Books books, string? email, string? name) => new()
    {
        Id = StripeId.New("pm_"),
        Created = books.Now,
        Type = PaymentMethod.BankDebit,
        Last4 = "3000",
        Fingerprint = Fingerprint("DE89370400440532013000", books.Options.SecretKey),
        Token = TestCards.ByNumber("4242424242424242")!.Token,
        Email = email,
        Name = name,
    };

    private static string BrandOf(string number) => number[0] switch
    {
        '3' => "amex",
        '5' or '2' => "mastercard",
        '6' => "discover",
        _ => "visa",
    };

    private static string Fingerprint(string number, string key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(number)).AsSpan(0, 8));
}
