using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Payments;

/// <summary>What the hosted page does with a session. Each step asks the session first, so that a form sent twice pays once.</summary>
internal sealed class PaySession(Books books)
{
    private readonly TakePayment _payment = new(books);

    /// <summary>A card, checked for form but not yet asked for.</summary>
    public void ByCard(CheckoutSession session, PaymentMethod card, string challengeUrl)
    {
        var intent = Start(session, card);
        if (!intent.MayPay) return;
        _payment.OnSession(intent, card, challengeUrl, session.ReturnUrl);
        Conclude(session, intent, card);
    }

    /// <summary>A bank debit: the session is complete at once and paid later.</summary>
    public void ByBankDebit(CheckoutSession session, PaymentMethod account, bool willFail)
    {
        var intent = Start(session, account);
        if (!intent.MayPay) return;
        _payment.Order(intent, account, willFail);
        Conclude(session, intent, account);
    }

    /// <summary>The payer passed or failed the challenge.</summary>
    public void AfterProof(CheckoutSession session, bool proved)
    {
        if (books.Find<PaymentIntent>(session.PaymentIntent) is not { Status: PaymentIntent.NeedsAction } intent) return;
        var method = books.Get<PaymentMethod>(intent.PaymentMethod!);
        _payment.AfterProof(intent, method, proved);
        Conclude(session, intent, method);
    }

    /// <summary>The bank answered the debit of a complete session.</summary>
    public void Settle(PaymentIntent intent)
    {
        _payment.Settle(intent);
        if (books.Objects.Of<CheckoutSession>(intent.Id) is not [var session]) return;
        var paid = intent.Status is PaymentIntent.Succeeded;
        if (paid) session.MarkPaid();
        books.Put(session);
        books.Raise(paid ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed", session);
    }

    public void Expire(CheckoutSession session)
    {
        session.Expire();
        books.Put(session);
        if (books.Find<PaymentIntent>(session.PaymentIntent) is { MayCancel: true } intent)
        {
            intent.Cancel("automatic", books.Now);
            books.Put(intent);
            books.Raise("payment_intent.canceled", intent);
        }

        books.Raise("checkout.session.expired", session);
    }

    private PaymentIntent Start(CheckoutSession session, PaymentMethod method)
    {
        (session.PayerEmail, session.PayerName) = (method.Email, method.Name);
        var intent = books.Find<PaymentIntent>(session.PaymentIntent);
        // Going back from the challenge and paying otherwise abandons the challenge.
        if (intent is { Status: PaymentIntent.NeedsAction }) intent.Status = PaymentIntent.NeedsMethod;
        // The customer comes first, so that intent, charge and events name it.
        if (session is { CustomerCreation: "always", Customer: null }) session.Customer = NewCustomer(method).Id;
        intent ??= _payment.Begin(session.Total, session.Currency, session.Intent, session.Customer);
        session.PaymentIntent = intent.Id;
        books.Add(method);
        books.Put(session);
        return intent;
    }

    private void Conclude(CheckoutSession session, PaymentIntent intent, PaymentMethod method)
    {
        if (intent.Status is not (PaymentIntent.Succeeded or PaymentIntent.Processing)) return;
        if (session is { Customer: not null, Intent.SetupFutureUsage: not null }) Attach(method, session.Customer);
        session.Finish(paid: intent.Status is PaymentIntent.Succeeded);
        books.Put(session);
        books.Raise("checkout.session.completed", session);
    }

    private Customer NewCustomer(PaymentMethod method)
    {
        var customer = books.Add(new Customer(StripeId.New("cus_", 14), books.Now, method.Email, method.Name));
        books.Raise("customer.created", customer);
        return customer;
    }

    private void Attach(PaymentMethod method, string customer)
    {
        method.Customer = customer;
        books.Put(method);
        books.Raise("payment_method.attached", method);
    }
}
