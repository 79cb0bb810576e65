using System.Globalization;
using System.Text.RegularExpressions;
using Emporium.Sandbox.Payments;
using Microsoft.AspNetCore.Http;

namespace Emporium.Sandbox.Pages;

/// <summary>What a payer typed. A script may send no more than <c>card</c>, <c>exp</c> and <c>cvc</c>.</summary>
internal sealed partial record PayForm
{
    public bool ByBank { get; init; }

    public bool BankFails { get; init; }

    public string Card { get; init; } = "";

    public string Expiry { get; init; } = "";

    public string Cvc { get; init; } = "";

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public string Number => Separators().Replace(Card, "");

    public (int Month, int Year) ExpiresOn => ExpiryForm().Match(Expiry) is { Success: true } match
        ? (int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture), 2000 + (int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) % 100))
        : default;

    public static PayForm Of(IFormCollection form) => new()
    {
        ByBank = form["method"] == "bank",
        BankFails = form["outcome"] == "fail",
        Card = form["card"].ToString().Trim(),
        Expiry = form["exp"].ToString().Trim(),
        Cvc = form["cvc"].ToString().Trim(),
        Name = form["name"].ToString().Trim(),
        Email = form["email"].ToString().Trim(),
    };

    /// <summary>One click on a test card fills the form.</summary>
    public static PayForm Prefilled(string? card, string? email) => TestCards.ByNumber(card ?? "") is { } known
        ? new() { Card = Grouped(known.Number), Expiry = "12 / 34", Cvc = "123", Email = email ?? "" }
        : new() { Email = email ?? "" };

    public static string Grouped(string number) => string.Join(' ', number.Chunk(4).Select(four => new string(four)));

    /// <returns>Field and sentence of each fault of form; the bank has not been asked yet.</returns>
    public Dictionary<string, string> Faults(DateTimeOffset now)
    {
        Dictionary<string, string> faults = new(StringComparer.Ordinal);
        if (Email.Length > 0 && (Email.Length > 254 || !EmailForm().IsMatch(Email))) faults["email"] = "This is not an e-mail address. Write it like name@example.com.";
        if (Name.Length > 200) faults["name"] = "This name is too long. Use at most 200 characters.";
        if (ByBank) return faults;
        if (Number.Length == 0) faults["card"] = "Write the card number, or choose a test card below.";
        else if (!TestCards.IsCardNumber(Number)) faults["card"] = "Your card number is invalid. Check the digits.";
        if (ExpiryFault(now) is { } expiry) faults["exp"] = expiry;
        if (!CvcForm().IsMatch(Cvc)) faults["cvc"] = "Your card's security code is incomplete. It has 3 digits, 4 on American Express.";
        return faults;
    }

    private string? ExpiryFault(DateTimeOffset now) => ExpiresOn switch
    {
        (0, 0) => "Your card's expiration date is incomplete. Write it like 12/34.",
        ( < 1 or > 12, _) => "Your card's expiration month is invalid. It is 01 to 12.",
        var (month, year) when (year, month).CompareTo((now.Year, now.Month)) < 0 => "Your card's expiration year is in the past.",
        var (_, year) when year > now.Year + 50 => "Your card's expiration year is invalid.",
        _ => null,
    };

    [GeneratedRegex(@"[\s-]", RegexOptions.NonBacktracking)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?<month>[0-9]{2})\s*/?\s*(?<year>[0-9]{2}|20[0-9]{2})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ExpiryForm();

    [GeneratedRegex("^[0-9]{3,4}$", RegexOptions.NonBacktracking)]
    private static partial Regex CvcForm();

    [GeneratedRegex(@"^[^@\s]{1,64}@[^@\s]+\.[^@\s.]+$", RegexOptions.NonBacktracking)]
    private static partial Regex EmailForm();
}
