using Emporium.Accounts.Contracts;
using Emporium.Host.DemoStore;
using Emporium.Platform;
using Emporium.Platform.Mail;

namespace Emporium.Host.Cli;

/// <summary>Runs the store until it is told to stop.</summary>
internal static class Serve
{
    public static async Task<int> Run(string[] args)
    {
        await using var app = Store.Build(args);
        await app.Services.Prepare();
        await SeedWhereNew(app);
        await app.StartAsync();
        await Greet(app.Services);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task SeedWhereNew(WebApplication app)
    {
        if (!app.Configuration.GetValue("Demo:Seed", app.Environment.IsDevelopment())) return;
        await using var scope = app.Services.CreateAsyncScope();
        var demo = scope.ServiceProvider.GetRequiredService<SeedDemo>();
        if (!await demo.IsWanted(CancellationToken.None)) return;
        Console.WriteLine("A new store: binding the demo's books and filling the shelf. This takes a few seconds, once.");
        await demo.Run(CancellationToken.None);
    }

    private static async Task Greet(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var (address, mail) = (services.GetRequiredService<StoreAddress>(), await scope.ServiceProvider.GetRequiredService<MailServer>().Current(CancellationToken.None));
        Console.WriteLine();
        Console.WriteLine($"  The store   {address.Url}{(services.GetRequiredService<StoreMode>().IsTest ? "   (test mode: pay with 4242 4242 4242 4242)" : "")}");
        Console.WriteLine($"  The desk    {address.To("/admin")}");
        if (await scope.ServiceProvider.GetRequiredService<IOwners>().LinkForFirstOwner(CancellationToken.None) is { } link)
            Console.WriteLine($"  You own it  {link}   (opens once, within seven days)");
        if (!services.GetRequiredService<IConfiguration>().TakesPayments())
            Console.WriteLine("  Payments    none can be taken: set Payments:Stripe:SecretKey, or Sandbox:Enabled=true to try the store");
        Console.WriteLine(mail.IsConfigured ? $"  Mail        leaves by {mail.Host}:{mail.Port}" : $"  Mail        stays here, under {address.To("/admin/mails")}");
        Console.WriteLine();
    }
}
