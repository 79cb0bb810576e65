using Emporium.Accounts;
using Emporium.Accounts.Contracts;
using Emporium.Payments.Contracts;
using Emporium.Platform;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Emporium.Platform.Jobs;
using Emporium.Platform.Lists;
using Emporium.Platform.Pages;
using Emporium.Platform.Security;
using Emporium.Sales.Buyers;
using Emporium.Sales.Carts;
using Emporium.Sales.Checkout;
using Emporium.Sales.Contracts;
using Emporium.Sales.Desk;
using Emporium.Sales.Desk.Finding;
using Emporium.Sales.Desk.Home;
using Emporium.Sales.Desk.Live;
using Emporium.Sales.Letters;
using Emporium.Sales.Notes;
using Emporium.Sales.Orders;
using Emporium.Sales.Proof;
using Emporium.Sales.Settlement;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Sales;

/// <summary>
/// From cart to order: cart, quote, checkout, order, receipt, refund. Asks Catalog for offers, Tax for rates, Accounts for
/// customers, Payments for money and Ledger to book it; tells what became of each order.
/// </summary>
public sealed class SalesModule : IModule
{
    /// <summary>Permission to see orders.</summary>
    public const string ReadOrders = "orders.read";

    /// <summary>Permission to give money back.</summary>
    public const string RefundOrders = "orders.refund";

    /// <summary>Permission to take orders away as a file.</summary>
    public const string ExportOrders = "orders.export";

    /// <summary>Permission to send buyers the letters about their orders again.</summary>
    public const string WriteToBuyers = "orders.mail";

    /// <summary>Permission to write notes on orders.</summary>
    public const string NoteOrders = "orders.note";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddScoped<CartCookie>().AddScoped<StartCart>().AddScoped<AddToCart>().AddScoped<ChangeCart>();
        services.AddScoped<Quotes>().AddScoped<PlaceOrder>().AddScoped<PaymentAttempts>().AddScoped<RetryPayment>();
        services.AddScoped<OrderLinks>().AddScoped<IOrders, OrderReader>().AddScoped<RefundOrder>();
        services.AddScoped<IPersonalData, BuyerRecords>().AddScoped<SalesProof>().AddScoped<IDoctorCheck, SalesCheck>();
        services.AddScoped<OrderLetters>().AddScoped<ITimelineSource, OwnTimeline>().AddScoped<OrderFile>();
        services.AddPrivacyNote(new(20, "When you order", "We keep your e-mail address, your name if you give it, your country, what you ordered and what you paid.", "That makes the contract, the receipt and the tax.", LegalBasis.Contract, "A cart is kept for 30 days. Amounts, tax and country of an order stay for as long as tax law asks, in most countries up to ten years. Your name and address are taken out of it when you ask us to, unless a law stands against it."));
        services.AddCookieNote(new("cart", "Remembers what you put into the cart.", "30 days"));
        services.AddScoped<Losses>().AddToSlot<OrderPanel, AcceptedTermsPanel>(90);
        services.AddScoped<FindOrders>().AddScoped<ResendMail>().AddScoped<WriteNotes>().AddDeskList<OrderList>();

        services.AddScoped<DaySums>().AddScoped<HomeFigures>().AddScoped<Concerns>().AddScoped<LatestOrders>().AddSingleton<LiveOrders>();
        services.AddScoped<IDeskConcern, DisputedOrders>().AddScoped<IDeskConcern, FailedRefunds>();
        AddBuyersAccount(services);

        services.AddReaction<PaymentCaptured, SettlePayment>("sales.settle-payment");
        services.AddReaction<PaymentFailed, NoteFailedPayment>("sales.note-failed-payment");
        services.AddReaction<RefundSucceeded, SettleRefund>("sales.confirm-refund");
        services.AddReaction<RefundFailed, SettleRefund>("sales.reverse-refund");
        services.AddReaction<DisputeOpened, SettleDispute>("sales.open-dispute");
        services.AddReaction<DisputeClosed, SettleDispute>("sales.close-dispute");
        services.AddReaction<OrderPaid, SendReceipt>("sales.send-receipt");
        services.AddReaction<OrderRefunded, SendRefundLetter>("sales.send-refund-letter");

        services.AddReaction<OrderRefundFailed, SumDays>("sales.correct-days");
        services.AddJob<SumDays>("sales.sum-days", TimeSpan.FromHours(1));
        services.AddJob<CancelStaleOrders>("sales.cancel-stale", TimeSpan.FromMinutes(5));
        services.AddJob<DropOldCarts>("sales.drop-old-carts", TimeSpan.FromHours(6));

        services.AddPermission(ReadOrders, "See orders, buyers and what they paid.", StandardRole.Manager, StandardRole.Support, StandardRole.Finance);
        services.AddPermission(RefundOrders, "Give money back to buyers.", StandardRole.Manager, StandardRole.Support, StandardRole.Finance);
        services.AddMenuEntry(new MenuEntry("Sales", "Today", "/admin", "activity", ReadOrders, 10, Key: 't'));
        services.AddMenuEntry(new MenuEntry("Sales", "Orders", "/admin/orders", "receipt", ReadOrders, 11, Key: 'o'));
        services.AddScoped<IPaletteSource, OrderPalette>();
        services.AddPermission(ExportOrders, "Take orders and their buyers' addresses away as a file.", StandardRole.Manager, StandardRole.Finance);
        services.AddPermission(WriteToBuyers, "Send buyers their receipts and other letters again.", StandardRole.Manager, StandardRole.Support, StandardRole.Finance);
        services.AddPermission(NoteOrders, "Write notes on orders for the rest of the staff.", StandardRole.Manager, StandardRole.Support, StandardRole.Finance);
    }

    private static void AddBuyersAccount(IServiceCollection services)
    {
        services.AddScoped<MyOrders>().AddScoped<CustomerOrders>().AddScoped<ICustomerHistory>(p => p.GetRequiredService<CustomerOrders>()).AddScoped<IFollowAddress, OrdersFollow>();
        services.AddSingleton(new AccountEntry("Orders", "/account/orders", "receipt", 10));
        services.AddToSlot<AccountPanel, MyLatestOrders>(10);
        services.AddToSlot<CustomerPanel, CustomerOrdersPanel>(10);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        MapCartApi(routes.MapGroup("/api/v1/carts").WithTags("Carts").AllowAnonymous().RequireRateLimiting(RateLimits.Api));
        MapOrderApi(routes.MapGroup("/api/v1/orders").WithTags("Orders").RequireRateLimiting(RateLimits.Api));
        MapStoreForms(routes.MapGroup("").AllowAnonymous().RequireRateLimiting(RateLimits.Forms).ExcludeFromDescription());

        routes.MapDeskList<OrderList>();
        routes.MapGet("/admin/live", LiveOrders.Endpoint).RequireAuthorization(ReadOrders).ExcludeFromDescription();
        routes.MapPost("/account/orders/{id}/pay", PayMyOrder.Endpoint).RequireAuthorization(AccountsModule.SignedInCustomer).RequireRateLimiting(RateLimits.Forms).ExcludeFromDescription();
        routes.MapGet("/cart/badge", ShowCart.Badge).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/admin/orders/{id}/refunds", RefundOrder.Page).RequireAuthorization(RefundOrders).RequireStepUp().WithMetadata(Token).WithSummary("Gives a buyer money back.").ExcludeFromDescription();
        MapOrderForms(routes.MapGroup("/admin/orders/{id}").WithMetadata(Token).ExcludeFromDescription());
    }

    private static void MapOrderForms(RouteGroupBuilder order)
    {
        order.MapPost("/letters", ResendMail.Page).RequireAuthorization(WriteToBuyers).WithSummary("Sends a buyer a letter again.");
        order.MapPost("/notes", WriteNotes.AddForm).RequireAuthorization(NoteOrders).WithSummary("Writes a note on an order.");
        order.MapPost("/notes/{note}", WriteNotes.ChangeForm).RequireAuthorization(NoteOrders).WithSummary("Changes a note on an order.");
        order.MapPost("/notes/{note}/delete", WriteNotes.DeleteForm).RequireAuthorization(NoteOrders).WithSummary("Deletes a note on an order.");
    }

    private static readonly RequireAntiforgeryTokenAttribute Token = new();

    private static void MapCartApi(RouteGroupBuilder carts)
    {
        carts.MapPost("", StartCart.Endpoint).RequireIdempotencyKey().WithName("StartCart").WithSummary("Starts an empty cart.");
        carts.MapGet("/{id}", ShowCart.Endpoint).WithName("GetCart").WithSummary("Shows what a cart costs now.");
        carts.MapPost("/{id}/lines", AddToCart.Endpoint).RequireIdempotencyKey().WithName("AddCartLine").WithSummary("Puts a product into a cart.");
        carts.MapPatch("/{id}/lines/{product}", ChangeCart.Patch).WithName("ChangeCartLine").WithSummary("Changes how many pieces are in a cart.");
        carts.MapDelete("/{id}/lines/{product}", ChangeCart.Delete).WithName("RemoveCartLine").WithSummary("Takes a product out of a cart.");
        carts.MapPost("/{id}/checkout", CheckoutApi.Endpoint).RequireIdempotencyKey(asksOthers: true).Produces<CheckoutApi.Answer>(201).ProducesProblem(409)
            .WithName("Checkout").WithSummary("Orders what is in a cart and says where to pay.");
    }

    private static void MapOrderApi(RouteGroupBuilder orders)
    {
        orders.MapGet("", ListOrders.Endpoint).RequireAuthorization(ReadOrders).WithName("ListOrders").WithSummary("Lists orders, found, filtered and sorted as on the desk.");
        orders.MapGet("/{id}", ShowOrder.Endpoint).AllowAnonymous().WithName("GetOrder").WithSummary("Shows an order to the buyer who holds its token.");
        orders.MapPost("/{id}/payments", RetryPayment.Endpoint).AllowAnonymous().RequireIdempotencyKey(asksOthers: true)
            .WithName("RetryPayment").WithSummary("Says where to pay for an order that still waits for money.");
        orders.MapPost("/{id}/refunds", RefundOrder.Endpoint).RequireAuthorization(RefundOrders).RequireIdempotencyKey()
            .RequireStepUp().WithName("RefundOrder").WithSummary("Gives a buyer money back: all of it, an amount, or chosen lines.");
        orders.MapPost("/{id}/letters", ResendMail.Endpoint).RequireAuthorization(WriteToBuyers).RequireIdempotencyKey()
            .WithName("ResendLetter").WithSummary("Sends a buyer the receipt, the way to the library or the refund letter again.");
    }

    /// <summary>Forms. Those on cacheable pages are checked by origin, the others by token. Where a page has the same path, the form's endpoint goes first.</summary>
    private static void MapStoreForms(RouteGroupBuilder forms)
    {
        forms.MapPost("/cart/lines", AddToCart.Page).DisableAntiforgery().RequireSameOrigin();
        forms.MapPost("/cart/lines/{product}", ChangeCart.LineForm).DisableAntiforgery().RequireSameOrigin();
        forms.MapPost("/cart/currency", ChangeCart.CurrencyForm).DisableAntiforgery().RequireSameOrigin();
        forms.MapPost("/checkout", CheckoutForms.Page).WithMetadata(Token).WithOrder(-1);
        forms.MapPost("/orders/{id}/pay", RetryPayment.Page).WithMetadata(Token);
    }
}
