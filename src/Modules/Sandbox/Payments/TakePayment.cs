using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Payments;

/// <summary>Tries to collect an intent's amount: charges, declines, asks for proof or waits for the bank. Runs inside a change.</summary>
internal sealed class TakePayment(Books books)
{
    /// <summary>A new intent, announced.</summary>
    public PaymentIntent Begin(long amount, string currency, IntentTemplate template, string? customer)
    {
        var id = StripeId.New("pi_");
        var intent = books.Add(new PaymentIntent
        {
            Id = id,
            ClientSecret = StripeId.New($"{id}_secret_", 25),
            Created = books.Now,
            Amount = amount,
            Currency = currency,
            Template = template,
            Customer = customer,
        });
        books.Raise("payment_intent.created", intent);
        return intent;
    }

    /// <summary>The payer is there and can be asked for proof.</summary>
    public void OnSession(PaymentIntent intent, PaymentMethod method, string challengeUrl, string? returnUrl)
    {
        intent.PaymentMethod = method.Id;
        if (method.Card.Declines is { } decline) Refuse(intent, method, decline);
        else if (method.Card.Challenges) AskForProof(intent, challengeUrl, returnUrl);
        else Collect(intent, method, authenticated: false);
    }

    /// <summary>The store charges a saved method by itself.</summary>
    public void OffSession(PaymentIntent intent, PaymentMethod method)
    {
        intent.PaymentMethod = method.Id;
        if (method.Card.DeclinesLater is { } decline) Refuse(intent, method, decline);
        else Collect(intent, method, authenticated: false);
    }

    /// <summary>The payer came back from the challenge.</summary>
    public void AfterProof(PaymentIntent intent, PaymentMethod method, bool proved)
    {
        if (!proved) Refuse(intent, method, Decline.AuthenticationFailed);
        else if (method.Card.DeclinesAfterProof is { } decline) Refuse(intent, method, decline);
        else Collect(intent, method, authenticated: true);
    }

    /// <summary>A bank debit is ordered; its outcome comes later.</summary>
    public void Order(PaymentIntent intent, PaymentMethod method, bool willFail)
    {
        intent.PaymentMethod = method.Id;
        intent.Await(books.Now + books.Options.SettleAfterSeconds, willFail);
        intent.LatestCharge = books.Add(NewCharge(intent, method, "pending", authenticated: false)).Id;
        books.Put(intent);
        books.Raise("payment_intent.processing", intent);
    }

    /// <summary>The bank answers a debit.</summary>
    public void Settle(PaymentIntent intent)
    {
        var charge = books.Get<Charge>(intent.LatestCharge!);
        if (!intent.WillFail)
        {
            charge.Status = "succeeded";
            Credit(intent, charge);
            return;
        }

        (charge.Status, charge.Failure) = ("failed", Decline.DebitReturned);
        intent.Fail(Decline.DebitReturned, charge.Id);
        Announce(intent, charge);
    }

    private void AskForProof(PaymentIntent intent, string challengeUrl, string? returnUrl)
    {
        intent.AskForProof(challengeUrl, returnUrl);
        books.Put(intent);
        books.Raise("payment_intent.requires_action", intent);
    }

    private void Collect(PaymentIntent intent, PaymentMethod method, bool authenticated)
    {
        var charge = books.Add(NewCharge(intent, method, "succeeded", authenticated));
        Credit(intent, charge);
        new OpenDisputes(books).For(charge);
    }

    private void Credit(PaymentIntent intent, Charge charge)
    {
        charge.BalanceTransaction = BalanceTransaction.Of(
            books, "charge", "charge", charge.Id, charge.Currency, charge.Amount, Amounts.Fee(charge.Amount), intent.Template.Description).Id;
        intent.Succeed(charge.Id);
        books.Put(charge);
        books.Put(intent);
        books.Raise("charge.succeeded", charge);
        books.Raise("payment_intent.succeeded", intent);
    }

    private void Refuse(PaymentIntent intent, PaymentMethod method, Decline decline)
    {
        if (!decline.LeavesCharge)
        {
            intent.Fail(decline, charge: null);
            books.Put(intent);
            books.Raise("payment_intent.payment_failed", intent);
            return;
        }

        var charge = books.Add(NewCharge(intent, method, "failed", authenticated: false));
        charge.Failure = decline;
        intent.Fail(decline, charge.Id);
        Announce(intent, charge);
    }

    private void Announce(PaymentIntent intent, Charge failed)
    {
        books.Put(failed);
        books.Put(intent);
        books.Raise("charge.failed", failed);
        books.Raise("payment_intent.payment_failed", intent);
    }

    private Charge NewCharge(PaymentIntent intent, PaymentMethod method, string status, bool authenticated) => new()
    {
        Id = StripeId.New("ch_"),
        Created = books.Now,
        Amount = intent.Amount,
        Currency = intent.Currency,
        PaymentIntent = intent.Id,
        Method = method,
        Template = intent.Template,
        Customer = intent.Customer,
        Authenticated = authenticated,
        Status = status,
    };
}
