using Emporium.Platform.Data;

namespace Emporium.Torture.House;

/// <summary>Where the store and its bank listen, and how each is configured.</summary>
internal sealed class Addresses(string folder, DatabaseOptions database)
{
    public const string WebhookSecret = "whsec_torture";
    public const string SecretKey = "sk_test_torture";

    public string Store { get; } = $"http://127.0.0.1:{Ports.Free()}";

    public string Bank { get; } = $"http://127.0.0.1:{Ports.Free()}";

    public string StripeApi => $"{Bank}/sandbox/stripe";

    public string[] OfStore =>
    [
        $"--Urls={Store}", $"--Store:Url={Store}", $"--Data:Folder={folder}",
        $"--Database:Provider={database.Provider}", $"--Database:ConnectionString={database.ConnectionString}",
        "--Sandbox:Enabled=false", $"--Payments:Stripe:SecretKey={SecretKey}", $"--Payments:Stripe:WebhookSecrets={WebhookSecret}", $"--Payments:Stripe:ApiBase={StripeApi}",
        "--Demo:Seed=false", "--RateLimits:ApiPerMinute=100000000", "--RateLimits:FormsPerMinute=100000000", "--RateLimits:SignInPerMinute=1000000",
        "--Logging:LogLevel:Default=Warning",
    ];

    public string[] OfBank =>
    [
        "sandbox", $"--urls={Bank}", $"--Sandbox:Database={Path.Combine(folder, "bank.db")}", $"--Sandbox:PublicUrl={StripeApi}",
        $"--Sandbox:SecretKey={SecretKey}", $"--Sandbox:WebhookSecret={WebhookSecret}", $"--Sandbox:WebhookUrl={Store}/webhooks/stripe",
        "--Logging:LogLevel:Default=Error",
    ];
}
