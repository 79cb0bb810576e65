using Emporium.Torture.Plans;

namespace Emporium.Torture.Buyers;

/// <summary>How a buyer fills in the bank's page. The numbers are Stripe's test cards.</summary>
internal sealed class BankPage(Visitor visitor, string url)
{
    private const string Good = "4242424242424242";
    private const string Declined = "4000000000000002";
    private const string Challenged = "4000002500003155";
    private const string Disputed = "4000000000000259";

    public Task Pay(Paying how) => how switch
    {
        Paying.PaysInTwoTabs => Task.WhenAll(Card(Good), Card(Good)),
        Paying.IsDeclinedThenPays => InTurn(() => Card(Declined), () => Card(Good)),
        Paying.ProvesIdentity => InTurn(() => Card(Challenged), () => visitor.Submit($"{url}/challenge", new Dictionary<string, string> { ["outcome"] = "complete" })),
        Paying.PaysThenDisputes => Card(Disputed),
        Paying.NeverPays => Task.CompletedTask,
        _ => Card(Good),
    };

    private Task<Answer> Card(string number) =>
        visitor.Submit(url, new Dictionary<string, string> { ["card"] = number, ["exp"] = "12/40", ["cvc"] = "123" });

    private static async Task InTurn(params Func<Task>[] steps)
    {
        foreach (var step in steps) await step();
    }
}
