namespace Emporium.Browser.Screens;

/// <summary>The pages whose pictures stand in docs/screens. A line more is a page more.</summary>
internal static class ScreenList
{
    /// <summary>As a stranger sees them.</summary>
    public static IReadOnlyList<(string Name, string Path)> Store { get; } =
    [
        ("store-home", "/"), ("store-works", "/products"), ("store-product", "/products/plain-dealing"), ("store-product-free", "/products/quiet-opening"), ("store-sample", "/products/plain-dealing/sample"),
        ("store-library", "/library"), ("store-sign-in", "/account/sign-in"), ("store-legal", "/legal/terms"), ("store-not-found", "/no-such-page"),
    ];

    /// <summary>With a work in the cart.</summary>
    public static IReadOnlyList<(string Name, string Path)> Buying { get; } = [("store-cart", "/cart"), ("store-checkout", "/checkout")];

    /// <summary>As a customer sees them.</summary>
    public static IReadOnlyList<(string Name, string Path)> Account { get; } =
        [("account", "/account"), ("account-library", "/account/library"), ("account-details", "/account/details"), ("account-consents", "/account/consents"), ("even", "/even")];

    /// <summary>As the owner sees them.</summary>
    public static IReadOnlyList<(string Name, string Path)> Desk { get; } =
    [
        ("desk-home", "/admin"), ("desk-orders", "/admin/orders"), ("desk-products", "/admin/products"), ("desk-product-new", "/admin/products/new"), ("desk-search", "/admin/search?q=plain"),
        ("desk-customers", "/admin/customers"), ("desk-licenses", "/admin/licenses"), ("desk-ledger", "/admin/ledger"), ("desk-events", "/admin/events"), ("desk-mail", "/admin/mails"),
        ("desk-settings", "/admin/settings"), ("desk-settings-appearance", "/admin/settings/appearance"), ("desk-settings-payments", "/admin/settings/payments"), ("desk-settings-team", "/admin/settings/team"), ("desk-settings-webhooks", "/admin/settings/webhooks"),
        ("desk-settings-audit", "/admin/settings/audit"), ("desk-design", "/admin/design"),
    ];
}
