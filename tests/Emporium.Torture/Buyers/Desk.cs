using System.Globalization;
using Emporium.Torture.House;
using Emporium.Torture.Plans;

namespace Emporium.Torture.Buyers;

/// <summary>The owner at the desk, who gives money back with a nervous finger.</summary>
internal sealed class Desk(Addresses addresses, Tally tally) : IDisposable
{
    private const int TooMuchPercent = 60;

    private readonly Visitor owner = new(addresses.Store, tally);

    public async Task SignIn()
    {
        const string Page = "/admin/sign-in";
        var form = Visitor.HiddenFields((await owner.Get(Page)).Text);
        (form["email"], form["password"]) = (Clerk.Owner, Clerk.Password);
        if (await owner.Submit(Page, form) is { Status: not (302 or 303) } refused) throw new UnexpectedAnswerException($"Signing in was answered {refused.Status}.");
    }

    public Task Return(Bill bill, Returning how) => how switch
    {
        Returning.PartTwice => PartTwice(bill),
        Returning.TooMuchAtOnce => Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => await Send(bill, await Form(bill, bill.Cents * TooMuchPercent / 100)))),
        _ => Task.CompletedTask,
    };

    public void Dispose() => owner.Dispose();

    private async Task PartTwice(Bill bill)
    {
        var form = await Form(bill, bill.Cents / 3);
        await Task.WhenAll(Send(bill, form), Send(bill, form));
    }

    private async Task<Dictionary<string, string>> Form(Bill bill, long cents)
    {
        var form = Visitor.HiddenFields((await owner.Get($"/admin/orders/{bill.Order}/refund")).Text);
        (form["cause"], form["amount"], form["reason"]) = ("Requested", (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture), "Asked for it");
        return form;
    }

    private async Task Send(Bill bill, Dictionary<string, string> form)
    {
        // Without the key the page had no refund form: somebody was faster.
        if (form.ContainsKey("key")) await owner.Submit($"/admin/orders/{bill.Order}/refunds", form);
    }
}
