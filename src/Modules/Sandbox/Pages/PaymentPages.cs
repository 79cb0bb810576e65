using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Payments;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Sandbox.Pages;

/// <summary>The hosted payment page: plain pages and plain forms, no script. A paid session always leads back to the store, however often it is posted.</summary>
internal sealed class PaymentPages(BankFile file, Writer writer, SandboxOptions options, TimeProvider clock)
{
    private static readonly PayView.Group[] Cards =
        [.. TestCards.Groups.Select(group => new PayView.Group(group.Group, [.. group.Cards.Select(card => new PayView.Card(card.Number, PayForm.Grouped(card.Number), card.What))]))];

    private static readonly Dictionary<string, string> NoFaults = [];

    public IResult Show(HttpContext http, string id)
    {
        var session = Find(id);
        if (session is not { IsOpen: true }) return Closed(http, session);
        var form = PayForm.Prefilled(http.Request.Query["card"], session.CustomerEmail);
        return Page(http, session, form, NoFaults, LastFailure(http, session));
    }

    public async Task<IResult> Pay(HttpContext http, string id)
    {
        var session = Find(id);
        if (session is not { IsOpen: true }) return Closed(http, session);
        if (!http.Request.HasFormContentType) return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var form = PayForm.Of(await http.Request.ReadFormAsync(http.RequestAborted));
        if (form.Faults(clock.Now) is { Count: > 0 } faults) return Page(http, session, form, faults, null, StatusCodes.Status422UnprocessableEntity);

        var intent = await writer.Write(Origin.Itself, books => Pay(books, id, form));
        return intent switch
        {
            null or { Status: PaymentIntent.Succeeded or PaymentIntent.Processing } => Closed(http, Find(id)),
            { Status: PaymentIntent.NeedsAction } => new SeeOther($"{Local(id)}/challenge"),
            _ => Declined(http, session, form, intent.LastError!),
        };
    }

    public IResult ShowChallenge(HttpContext http, string id)
    {
        var session = Find(id);
        if (session is not { IsOpen: true }) return Closed(http, session);
        if (file.Read(books => books.Find<PaymentIntent>(session.PaymentIntent)) is not { Status: PaymentIntent.NeedsAction })
            return new SeeOther(Local(id));
        Guard(http, session);
        return new RazorComponentResult<ChallengePage>(new { Base = options.PublicUrl, Session = id, Merchant = MerchantOf(session), Total = Amounts.Show(session.Total, session.Currency) });
    }

    public async Task<IResult> AnswerChallenge(HttpContext http, string id)
    {
        if (!http.Request.HasFormContentType) return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var proved = (await http.Request.ReadFormAsync(http.RequestAborted))["outcome"] == "complete";
        await writer.Write(Origin.Itself, books =>
        {
            if (books.Find<CheckoutSession>(id) is { IsOpen: true } session) new PaySession(books).AfterProof(session, proved);
            return true;
        });
        return Find(id) is { IsOpen: true } ? new SeeOther($"{Local(id)}?failed") : Closed(http, Find(id));
    }

    private static PaymentIntent? Pay(Books books, string id, PayForm form)
    {
        if (books.Find<CheckoutSession>(id) is not { IsOpen: true } session) return null;
        var (email, name) = (form.Email.Length > 0 ? form.Email : session.CustomerEmail, form.Name.Length > 0 ? form.Name : null);
        var pay = new PaySession(books);
        if (form.ByBank)
        {
            pay.ByBankDebit(session, CardMethod.BankAccount(books, email, name), form.BankFails);
        }
        else
        {
            var (month, year) = form.ExpiresOn;
            var card = CardMethod.Of(books, TestCards.ByNumber(form.Number), form.Number, month, year, email, name);
            pay.ByCard(session, card, $"{session.Url}/challenge");
        }

        return books.Find<PaymentIntent>(session.PaymentIntent);
    }

    private IResult Declined(HttpContext http, CheckoutSession session, PayForm form, Decline decline)
    {
        var field = decline.Code switch { "expired_card" => "exp", "incorrect_cvc" => "cvc", _ => "card" };
        return Page(http, session, form, new() { [field] = decline.Message }, "Nothing was charged. You can try another card.", StatusCodes.Status402PaymentRequired);
    }

    private string? LastFailure(HttpContext http, CheckoutSession session) =>
        http.Request.Query.ContainsKey("failed") ? file.Read(books => books.Find<PaymentIntent>(session.PaymentIntent))?.LastError?.Message : null;

    private RazorComponentResult Page(
        HttpContext http, CheckoutSession session, PayForm form, Dictionary<string, string> faults, string? notice, int status = StatusCodes.Status200OK)
    {
        Guard(http, session);
        var view = new PayView(
            options.PublicUrl, session.Id, MerchantOf(session), Amounts.Show(session.Total, session.Currency),
            [.. session.Lines.Select(line => new PayView.Line(line.Name, line.Description, line.Quantity, Amounts.Show(line.Total, line.Currency)))],
            session.CancelUrl, notice, faults)
        {
            ByBank = form.ByBank,
            BankFails = form.BankFails,
            CardNumber = form.Card,
            Expiry = form.Expiry,
            Cvc = faults.Count == 0 ? form.Cvc : "",
            Name = form.Name,
            Email = form.Email,
            Cards = Cards,
        };
        return new RazorComponentResult<PayPage>(new { View = view }) { StatusCode = status };
    }

    /// <summary>Where a session leads that can no longer be paid.</summary>
    private IResult Closed(HttpContext http, CheckoutSession? session)
    {
        if (session?.Status is CheckoutSession.Complete) return new SeeOther(session.ReturnUrl);
        Guard(http, session);
        var (status, heading, text) = session is null
            ? (StatusCodes.Status404NotFound, "There is no such payment", "The address is incomplete or was made by another bank. Go back to the store and start again.")
            : (StatusCodes.Status410Gone, "This payment has expired", "Nothing was charged. Go back to the store and start again.");
        return new RazorComponentResult<ClosedPage>(new { Base = options.PublicUrl, Heading = heading, Text = text, BackUrl = session?.CancelUrl }) { StatusCode = status };
    }

    private CheckoutSession? Find(string id) => file.Read(books => books.Find<CheckoutSession>(id));

    private static string Local(string id) => $"{SandboxModule.StripePrefix}/pay/{id}";

    private static string MerchantOf(CheckoutSession session) => new Uri(session.SuccessUrl).Authority;

    private static void Guard(HttpContext http, CheckoutSession? session)
    {
        // A form's redirect must be allowed too: after paying, the browser goes on to the store.
        var store = session is null ? "" : $" {new Uri(session.SuccessUrl).GetLeftPart(UriPartial.Authority)}";
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'{store}; base-uri 'none'; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
