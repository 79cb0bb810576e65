using System.Globalization;
using Emporium.Catalog.Contracts;
using static Emporium.Legal.Writing.Page;

namespace Emporium.Legal.Writing;

/// <summary>What the store promises, and what the law gives in any case: 14 days, unless the buyer gave them up, which this checkout never asks for (Directive 2011/83/EU, articles 9 and 16 m).</summary>
internal static class RefundPolicy
{
    private const int Statutory = 14;

    public static string Of(LegalFacts facts) => new Page()
        .Heading("Our promise").Text(Promise(facts.Refunds))
        .Text($"Write to {Mail(facts.Store.SupportEmail)} and name the order; its number is in the receipt. You need not give a reason. The money goes back the way you paid, without a fee, within 14 days of your letter. Banks may take a few days more to show it.")
        .Text("With a full refund, the work leaves your library and its license keys end. What is refunded in part stays yours.")
        .Heading("Your right of withdrawal").Text($"If you are a consumer in the European Union, the law gives you {Statutory} days from the day of the contract to withdraw from it without giving a reason. For digital works a seller may ask you to give up this right when the download begins. We do not ask: the right is yours whether or not you have downloaded.")
        .Text($"To withdraw, tell us so in a clear statement, such as a letter to {Mail(facts.Store.SupportEmail)}. You may use the form below and need not. It is enough that you send it before the period ends. We then give back everything you paid, without delay and within 14 days of hearing from you, by the same means of payment.")
        .Heading("Model withdrawal form").Text("*Fill this in and send it back only if you wish to withdraw from the contract.*")
        .List($"To {Form(facts)}:", "I hereby give notice that I withdraw from my contract for the supply of the following digital content:", "Ordered on:", "Name:", "Address:", "Date, and signature if this is sent on paper:")
        .Heading("If a file is faulty").Text("No period of ours shortens the rights you have by law when a work is not as described. Write to us; the [terms of sale](/legal/terms) say what follows.")
        .ToString();

    private static string Promise(RefundRange? days) => days switch
    {
        null => "If a work is not what you hoped for, you can have your money back.",
        { Least: 0, Most: 0 } => $"If a work is not what you hoped for, you have {Statutory} days to ask for your money back, as the law says.",
        { Least: var same, Most: var most } when same == most => $"If a work is not what you hoped for, you have {Days(same)} from the day you bought it to ask for your money back.",
        { Least: var least, Most: var most } => $"If a work is not what you hoped for, you can ask for your money back. The page of each work says how many days you have from the day you bought it: between {Math.Max(least, 0).ToString(CultureInfo.InvariantCulture)} and {Days(most)}. Where that is less than {Statutory} days, the longer period of the law holds for consumers in the European Union.",
    };

    private static string Days(int days) => days == 1 ? "1 day" : $"{days.ToString(CultureInfo.InvariantCulture)} days";

    private static string Form(LegalFacts facts) =>
        string.Join(", ", ((string[])[facts.Who, .. facts.Seller.Address.Split('\n'), facts.CountryName ?? "", facts.Store.SupportEmail]).Select(p => p.Trim()).Where(p => p.Length > 0).Select(Plain));
}
