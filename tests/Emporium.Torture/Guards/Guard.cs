using Emporium.Platform.Data;
using Emporium.Torture.House;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Torture.Guards;

/// <summary>
/// Something that keeps the store right, and how this run's own database is changed so that it no longer does. The store's code stays
/// as it is. A torture that finds nothing without its guards would prove nothing with them.
/// </summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Breaks">What must be found then.</param>
/// <param name="Sqlite">Statements for SQLite.</param>
/// <param name="Postgres">Statements for PostgreSQL.</param>
internal sealed record Guard(string Name, Wrong Breaks, IReadOnlyList<string> Sqlite, IReadOnlyList<string> Postgres)
{
    public static IReadOnlyList<Guard> All { get; } =
    [
        // One version of a cart is one order: the unique index, and that an ordered cart is closed.
        After("cart-version", Wrong.Duplicate, "sales_carts", "new.status = 'Ordered'", "status = 'Open'", "id = new.id",
            "drop index ix_sales_orders_cart_id_cart_version"),

        // A message is kept once: the unique index.
        new("inbox-duplicate", Wrong.Duplicate, ["drop index ix_payments_inbox_gateway_event_id"], ["drop index ix_payments_inbox_gateway_event_id"]),

        // A payment is captured once: its state, and the unique key of its journal entry.
        After("capture-once", Wrong.Duplicate, "payments_payments", "new.status = 'Captured'", "status = 'Open'", "id = new.id",
            "drop index ix_ledger_entries_key"),

        // The count of downloads grows with each: here it stays at one.
        After("download-limit", Wrong.Overredeemed, "delivery_download_counts", "new.used > 1", "used = 1", "entitlement_id = new.entitlement_id and file_id = new.file_id"),
    ];

    public static Guard? Find(string name) => All.FirstOrDefault(g => g.Name == name);

    public Task Disable(Clerk clerk) => clerk.Do<IServiceProvider, bool>(async scope =>
    {
        var db = (StoreDb)scope.GetService(typeof(StoreDb))!;
        var dialect = (Dialect)scope.GetService(typeof(Dialect))!;
        foreach (var statement in dialect.IsShared ? Postgres : Sqlite) await db.Database.ExecuteSqlRawAsync(statement);
        return true;
    });

    /// <summary>A trigger that takes a change back as soon as it was made.</summary>
    private static Guard After(string name, Wrong breaks, string table, string when, string undo, string row, params string[] also)
    {
        var trigger = $"torture_{name.Replace('-', '_')}";
        var back = $"update {table} set {undo} where {row}";
        return new Guard(name, breaks,
            [.. also, $"create trigger {trigger} after update on {table} when {when} begin {back}; end"],
            [
                .. also,
                $"create function {trigger}() returns trigger language plpgsql as $$ begin {back}; return null; end $$",
                $"create trigger {trigger} after update on {table} for each row when ({when}) execute function {trigger}()",
            ]);
    }
}
