using System.Text.Json;
using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Platform;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Payments.Attempts;

/// <summary>One attempt to pay at one gateway. Its facts, and those of its refunds and disputes, are numbered here.</summary>
internal sealed class Payment : ISubject
{
    /// <summary>A gateway's page lives at least this long, and is asked for only while it can: else a late start is refused by the gateway.</summary>
    public static readonly TimeSpan ShortestPage = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LongestPage = TimeSpan.FromHours(24);
    private static readonly TimeSpan TimeToStart = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan FirstCheck = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(2);

    /// <summary>A gateway that has not named its fee after about a day never will.</summary>
    private const int MostFeeChecks = 16;

    private Payment() { }

    public PaymentId Id { get; private init; }

    public Book Book { get; private init; }

    public required string Reference { get; init; }

    public required string Gateway { get; init; }

    public PaymentStatus Status { get; private set; }

    /// <summary>What was asked.</summary>
    public Money Amount { get; private init; }

    /// <summary>What came.</summary>
    public Money? Captured { get; private set; }

    public Money? Fee { get; private set; }

    /// <summary>What went back, is on its way back, or was lost to a bank. A token: two refunds that pass alone must not both pass.</summary>
    public long RefundedMinor { get; private set; }

    /// <summary>JSON of the lines on the gateway's page; forgotten when the attempt ends, like the address.</summary>
    public string? Items { get; private set; }

    public string? BuyerEmail { get; private set; }

    public required string ReturnPath { get; init; }

    public required string CancelPath { get; init; }

    /// <summary>The gateway's name for its page.</summary>
    public string? Page { get; private set; }

    public string? PageUrl { get; private set; }

    /// <summary>The gateway's name for the payment.</summary>
    public string? GatewayPayment { get; private set; }

    /// <summary>The gateway's name for the buyer, who may be charged again by <see cref="Method"/>.</summary>
    public string? Customer { get; private set; }

    public string? Method { get; private set; }

    /// <summary>Why it ended without money or, while it is open, why the latest try failed.</summary>
    public string? DeclineReason { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? CapturedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When to ask the gateway, should no webhook come; null where there is nothing left to learn.</summary>
    public DateTimeOffset? NextCheckAt { get; private set; }

    public int Checks { get; private set; }

    public long LastEvent { get; set; }

    public string Subject => Id.ToString();

    public bool IsCaptured => Status is PaymentStatus.Captured;

    public bool IsOpen => Status is PaymentStatus.Prepared or PaymentStatus.Open or PaymentStatus.Processing;

    /// <summary>Nothing more can be learned from the gateway.</summary>
    public bool IsSettled => IsCaptured && Fee is not null;

    /// <summary>What may still be given back.</summary>
    public long Refundable => (Captured?.Minor ?? 0) - RefundedMinor;

    public static Payment Prepare(PaymentRequest request, string gateway, TimeProvider clock)
    {
        var sum = request.Items.Aggregate(Money.Zero(request.Amount.Currency), (total, item) => total + item.Amount);
        if (sum != request.Amount) throw new InvalidOperationException($"The lines of {request.Reference} sum to {sum}, not to {request.Amount}.");
        var now = clock.Now;
        var expires = Clamp(request.Expires, now + ShortestPage + TimeToStart, now + LongestPage);
        return new Payment
        {
            Id = PaymentId.New(clock),
            Book = request.Book,
            Reference = request.Reference,
            Gateway = gateway,
            Amount = request.Amount,
            Items = JsonSerializer.Serialize(request.Items, Json.Options),
            BuyerEmail = request.BuyerEmail.ToLowerInvariant(),
            ReturnPath = request.ReturnPath,
            CancelPath = request.CancelPath,
            CreatedAt = now,
            ExpiresAt = expires,
            NextCheckAt = expires,
        };
    }

    /// <exception cref="Refusal"><c>payment.closed</c>: it ended, or it is too old for a page to be opened.</exception>
    public PaymentOrder Order(StoreAddress store, DateTimeOffset now)
    {
        if (Status is not PaymentStatus.Prepared || ExpiresAt - ShortestPage <= now)
            throw Refusal.Conflict("payment.closed", "This payment is closed. Start again from the order; nothing was charged.");
        return new PaymentOrder(Id, Reference, Amount, BuyerEmail, JsonSerializer.Deserialize<PaymentItem[]>(Items!, Json.Options)!, store.To(ReturnPath), store.To(CancelPath), ExpiresAt);
    }

    public void Open(HostedPage page, DateTimeOffset now)
    {
        (Page, PageUrl) = (page.Reference, page.Url);
        if (Status is not PaymentStatus.Prepared) return;
        (Status, NextCheckAt) = (PaymentStatus.Open, now + FirstCheck);
    }

    /// <summary>The gateway's own names, from whichever message brought them first.</summary>
    public void Learn(string? page, string? gatewayPayment) => (Page, GatewayPayment) = (Page ?? page, GatewayPayment ?? gatewayPayment);

    /// <summary>A try failed, and the page stays open for the next.</summary>
    /// <returns>False where it was known.</returns>
    public bool Decline(string reason)
    {
        if (!IsOpen || DeclineReason == reason) return false;
        DeclineReason = reason;
        return true;
    }

    public void Process(DateTimeOffset now)
    {
        if (Status is PaymentStatus.Prepared or PaymentStatus.Open) (Status, NextCheckAt) = (PaymentStatus.Processing, now + FirstCheck);
    }

    /// <summary>The money is there. It may come after the attempt was given up: money that came is never refused here.</summary>
    /// <returns>False where it was there already.</returns>
    public bool Capture(PaymentState.Captured captured, DateTimeOffset now)
    {
        if (IsCaptured) return false;
        (Status, Captured, CapturedAt) = (PaymentStatus.Captured, captured.Amount, captured.At.ToMicroseconds());
        (GatewayPayment, Customer, Method) = (captured.GatewayPayment, captured.Saved?.Customer, captured.Saved?.Method);
        (DeclineReason, EndedAt, Checks) = (null, null, 0);
        NextCheckAt = now + FirstCheck;
        Forget();
        return true;
    }

    /// <summary>What the gateway keeps of it, which it may know later than the capture.</summary>
    /// <returns>False where it was known, or nothing was captured.</returns>
    public bool Charge(Money fee)
    {
        if (!IsCaptured || Fee is not null) return false;
        (Fee, NextCheckAt) = (fee, null);
        return true;
    }

    /// <returns>False where it had ended, or was paid.</returns>
    public bool End(PaymentStatus status, string? reason, DateTimeOffset now)
    {
        if (!IsOpen) return false;
        (Status, DeclineReason, EndedAt, NextCheckAt) = (status, reason ?? DeclineReason, now, null);
        Forget();
        return true;
    }

    /// <exception cref="Refusal"><c>refund.exceeds_captured</c>.</exception>
    public void Reserve(Money amount)
    {
        if (amount.Currency != Captured?.Currency || amount.Minor > Refundable)
            throw Refusal.Conflict("refund.exceeds_captured", "That is more than was paid and not yet given back. Choose a smaller amount.", "amount");
        RefundedMinor += amount.Minor;
    }

    /// <summary>Money that went back, or was taken, without our asking.</summary>
    public void Withdraw(Money amount) => RefundedMinor += amount.Minor;

    /// <summary>It did not go back after all.</summary>
    public void Release(Money amount) => RefundedMinor -= amount.Minor;

    /// <summary>The gateway was asked and had nothing new: twice as long until the next time, but soon after the page has closed.</summary>
    public void CheckLater(DateTimeOffset now)
    {
        if (NextCheckAt is null) return;
        var next = now + TimeSpan.FromMinutes(Math.Min(FirstCheck.TotalMinutes * Math.Pow(2, ++Checks), LongestPause.TotalMinutes));
        if (IsCaptured && Checks > MostFeeChecks) NextCheckAt = null;
        else NextCheckAt = IsOpen && ExpiresAt > now && next > ExpiresAt ? ExpiresAt + FirstCheck : next;
    }

    public void Forget() => (Items, BuyerEmail) = (null, null);

    public void ForgetBuyer() => BuyerEmail = null;

    private static DateTimeOffset Clamp(DateTimeOffset value, DateTimeOffset least, DateTimeOffset most) => value < least ? least : value > most ? most : value;
}

internal sealed class PaymentTable : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments_payments");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Status).IsConcurrencyToken();
        builder.Property(p => p.RefundedMinor).IsConcurrencyToken();
        builder.ComplexProperty(p => p.Amount);
        builder.ComplexProperty(p => p.Captured);
        builder.ComplexProperty(p => p.Fee);
        builder.HasIndex(p => p.Reference);
        builder.HasIndex(p => new { p.Gateway, p.Page }).IsUnique();
        builder.HasIndex(p => new { p.Gateway, p.GatewayPayment }).IsUnique();
        builder.HasIndex(p => p.NextCheckAt).HasFilter("next_check_at is not null");
    }
}
