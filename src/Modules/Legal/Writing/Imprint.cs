using static Emporium.Legal.Writing.Page;

namespace Emporium.Legal.Writing;

/// <summary>Who is behind the store: Directive 2000/31/EC, article 5, and what its member states made of it.</summary>
internal static class Imprint
{
    public static string Of(LegalFacts facts)
    {
        var (seller, page) = (facts.Seller, new Page());
        page.Lines([$"**{Plain(facts.Who)}**", Plain(seller.Address), facts.CountryName ?? ""]);
        page.Heading("How to reach us").Lines(
        [
            $"E-mail: {Mail(facts.Store.SupportEmail)}",
            seller.Phone.Length > 0 ? $"Telephone: {Plain(seller.Phone)}" : "",
        ]);
        if (seller.RegistrationNumber.Length + seller.VatNumber.Length > 0) page.Heading("Register and tax").Lines(
        [
            seller.RegistrationNumber.Length > 0 ? $"{(seller.Register.Length > 0 ? Plain(seller.Register) : "Registration number")}: {Plain(seller.RegistrationNumber)}" : "",
            seller.VatNumber.Length > 0 ? $"VAT identification number: {Plain(seller.VatNumber)}" : "",
        ]);
        page.Heading("Who answers for what is written here").Text($"{Plain(seller.Responsible.Length > 0 ? seller.Responsible : facts.Who)}, at the address above.");
        return page.Heading("If we disagree").Text(Disputes(facts)).ToString();
    }

    /// <summary>The European platform for online disputes is not linked any more: Regulation (EU) 2024/3228 closed it on 20 July 2025.</summary>
    internal static string Disputes(LegalFacts facts) => facts.Choices.ArbitrationBody is { Length: > 0 } body
        ? $"Write to us first: most things are settled with one letter. We also take part in proceedings before this consumer arbitration body: {Plain(body)}."
        : "Write to us first: most things are settled with one letter. We are neither obliged nor prepared to take part in proceedings before a consumer arbitration body. The way to the courts is open to you.";
}
