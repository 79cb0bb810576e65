using static Emporium.Legal.Writing.Page;

namespace Emporium.Legal.Writing;

/// <summary>The terms of sale of digital works, with consumers of the European Union in mind (Directives 2011/83/EU and (EU) 2019/770).</summary>
internal static class Terms
{
    public static string Of(LegalFacts facts) => new Page()
        .Heading("1. Who sells").Text($"You buy from {Plain(facts.Who)}, named in full in the [imprint](/legal/imprint). These terms hold for everything sold at {facts.Address}. Terms of your own do not become part of the contract.")
        .Heading("2. What you buy").Text("You buy digital works: files, and access to them. The page of each work says what it is, which formats and sizes the files have, whether it comes with a license key, and how often each file can be downloaded. What stands there is what you are owed.")
        .Heading("3. What it costs").Text("Prices are final prices: they include the tax that is owed where you are. The total stands on the button with which you order. Nothing is added after it.")
        .Heading("4. How the contract is made").Text("The pages of this store invite you to order. You order by pressing the button that names the amount. Until then you can change what is in the cart and what you typed. The contract is made when your payment is confirmed, or at once where a work costs nothing. A receipt by e-mail tells you so. The contract is in English.")
        .Text("The version of these terms that was in force when you ordered is kept with your order. It is named in your receipt, and stays readable at the address given there.")
        .Heading("5. How you pay").Text("You pay on the page of the payment provider that the checkout leads to. We do not see the number of your card. Where your bank refuses, nothing is owed and nothing is delivered.")
        .Heading("6. When you receive it").Text("As soon as the payment is confirmed: on the page that follows, and by a link in the receipt. The link opens your library, where the files can be downloaded. Keep the letter to yourself, because whoever has it can open the library. If a file does not arrive or does not open, write to us and we put it right.")
        .Heading("7. What you may do with it").Text("You may use what you bought yourself, on all your devices, for as long as you like, and keep copies for your own safety. You may not sell it, lend it, publish it or give it to others, unless the page of the work or a license inside it allows that. The rights in it stay with those who made it.")
        .Heading("8. Changing your mind").Text("The [refund policy](/legal/refunds) says how long you have, and how to withdraw from the contract. It is part of these terms.")
        .Heading("9. If something is wrong with it").Text("The rights that the law gives you hold in full. A work must be as described and do what it is for. If it does not, you can ask us to put it right, at no cost and within a reasonable time. Where that fails, you can pay less or end the contract. If you are a consumer in the European Union, we answer for defects that a work had when you received it for at least two years. Corrections wait in your library at no charge.")
        .Heading("10. What we answer for").Text("We answer without limit for intent and gross negligence, for injury to life, body or health, and wherever the law allows no limit, such as under product liability. Beyond that we answer only for the breach of a duty on which the contract rests, and then for the damage that is typical and could be foreseen.")
        .Heading("11. If we disagree").Text(Imprint.Disputes(facts))
        .TextIf(facts.CountryName is not null, $"The law of {facts.CountryName} applies, without the United Nations Convention on Contracts for the International Sale of Goods. If you are a consumer, you keep the protection that the mandatory law of the country you live in gives you, and its courts.")
        .Heading("12. When these terms change").Text("A change holds for orders placed after it. For your order, the version holds that you accepted. If a part of these terms is void, the rest stands, and the law takes the place of what is void.")
        .ToString();
}
