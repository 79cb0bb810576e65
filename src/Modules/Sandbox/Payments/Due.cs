using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Storage;
using Microsoft.Extensions.Hosting;

namespace Emporium.Sandbox.Payments;

/// <summary>What happens by itself: sessions expire, debits and refunds settle, banks decide disputes, old answers are forgotten.</summary>
internal sealed class Due(Writer writer, BankFile file, TimeProvider clock) : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Does what is due by that moment.</summary>
    /// <returns>How many objects changed.</returns>
    public async Task<int> Run(long moment)
    {
        var changed = 0;
        for (var more = true; more;)
        {
            var count = await writer.Write(Origin.Itself, books => Change(books, moment));
            changed += count;
            more = count == Batch;
        }

        return changed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        long forgottenAt = 0;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = clock.GetUtcNow().ToUnixTimeSeconds();
            if (file.Read(books => books.Objects.Due(now, 1)).Count > 0) await Run(now);
            if (now - forgottenAt < 3600) continue;
            await writer.Write(Origin.Itself, books => books.Answers.Forget(now));
            forgottenAt = now;
        }
    }

    private static int Change(Books books, long moment)
    {
        var due = books.Objects.Due(moment, Batch);
        foreach (var (id, kind) in due) Change(books, id, kind);
        return due.Count;
    }

    private static void Change(Books books, string id, string kind)
    {
        if (kind == CheckoutSession.Kind) new PaySession(books).Expire(books.Get<CheckoutSession>(id));
        else if (kind == PaymentIntent.Kind) new PaySession(books).Settle(books.Get<PaymentIntent>(id));
        else if (kind == Refund.Kind) new RefundCharge(books).Settle(books.Get<Refund>(id));
        else if (kind == Dispute.Kind) Decide(books, books.Get<Dispute>(id));
    }

    private static void Decide(Books books, Dispute dispute) =>
        new OpenDisputes(books).Decide(dispute, won: dispute.Evidence.GetValueOrDefault("uncategorized_text") is "winning_evidence");
}
