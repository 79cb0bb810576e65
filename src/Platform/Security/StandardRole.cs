namespace Emporium.Platform.Security;

/// <summary>The roles that every store has. A permission names those that hold it; the merchant makes further roles from the same permissions.</summary>
public enum StandardRole
{
    /// <summary>Runs the shop day by day: everything but the team, its keys and the machinery.</summary>
    Manager,

    /// <summary>Helps buyers: sees orders and customers, gives access and money back.</summary>
    Support,

    /// <summary>Keeps the books: sees orders, payments and the ledger, declares taxes, exports.</summary>
    Finance,

    /// <summary>Connects and repairs: events, webhooks, jobs, keys for programs.</summary>
    Developer,
}
