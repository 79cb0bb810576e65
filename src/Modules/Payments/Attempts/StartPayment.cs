using Emporium.Payments.Contracts;
using Emporium.Payments.Gateways;
using Emporium.Platform;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Emporium.Payments.Attempts;

/// <summary>Opens the gateway's page. The gateway knows the attempt by our id, so that a crash between its answer and our note is healed by asking again.</summary>
internal sealed partial class StartPayment(StoreDb db, GatewayList gateways, StoreAddress store, TimeProvider clock, ILogger<StartPayment> log)
{
    public async Task<PaymentPage> Handle(PaymentId id, CancellationToken ct)
    {
        var payment = await db.Set<Payment>().FindAsync([id], ct) ?? throw Refusal.NotFound("payment");
        if (payment is { Status: PaymentStatus.Open, PageUrl: { } known }) return new PaymentPage(id, known);

        var page = await Ask(gateways.Get(payment.Gateway), payment, ct);
        payment.Open(page, clock.Now);
        await db.SaveChangesAsync(ct);
        return new PaymentPage(id, page.Url);
    }

    private async Task<HostedPage> Ask(IGateway gateway, Payment payment, CancellationToken ct)
    {
        var order = payment.Order(store, clock.Now);
        if (gateway.Book != payment.Book) throw Refusal.Conflict("payment.closed", "The store's keys were changed since. Start again from the order; nothing was charged.");
        try
        {
            return await gateway.Start(order, ct);
        }
        catch (GatewayException failure)
        {
            LogFailed(log, failure, gateway.Name, payment.Id);
            throw Refusal.Unavailable("gateway.unavailable", "The payment page cannot be opened just now. Nothing was charged, and your order is kept: try again in a minute.");
        }
    }

    [LoggerMessage(LogLevel.Error, "{Gateway} did not open a page for {PaymentId}.")]
    private static partial void LogFailed(ILogger log, Exception exception, string gateway, PaymentId paymentId);
}
