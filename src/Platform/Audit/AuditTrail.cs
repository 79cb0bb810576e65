using System.Text.Json;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Emporium.Platform.Audit;

/// <summary>Writes entries: with the change, in its own transaction, where there is one.</summary>
internal sealed class AuditTrail(StoreDb db, TimeProvider clock)
{
    public const string Done = "done";

    // Enough to see what was done; a bulk action names the rest by their number.
    private const int MostRows = 50;

    // The machinery's own notes of a change say nothing that the change does not.
    private const string Machinery = "platform_";
    private const string Settings = "platform_settings";

    /// <summary>From now on each save of this unit of work carries its entry.</summary>
    /// <param name="written">Told that there is one, once it is durable.</param>
    public void Follow(AuditedAction action, Action written) => db.BeforeSave(() =>
    {
        var changes = Changes();
        if (changes.Count == 0) return;
        Add(action, Done, changes);
        db.AfterCommit(written);
    });

    /// <summary>Writes an entry by itself, for what changed no row: refused, denied, failed, exported, handed to others.</summary>
    public Task Note(AuditedAction action, string outcome, CancellationToken ct)
    {
        Add(action, outcome, []);
        return db.SaveChangesAsync(ct);
    }

    private void Add(AuditedAction action, string outcome, IReadOnlyList<Change> changes) => db.Add(new AuditEntry
    {
        Id = AuditEntryId.New(clock),
        At = clock.Now,
        Actor = action.Actor,
        Action = action.Action,
        Meaning = action.Meaning,
        Subject = action.Subject,
        Outcome = outcome,
        Changes = JsonSerializer.Serialize(changes, Json.Options),
        RequestId = action.RequestId,
    });

    private List<Change> Changes()
    {
        var rows = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && IsTold(e)).ToList();
        var changes = rows.Take(MostRows).Select(Change.Of).ToList();
        if (rows.Count > MostRows) changes.Add(new Change("", "", $"and {rows.Count - MostRows} more rows", []));
        return changes;
    }

    private static bool IsTold(EntityEntry entry) =>
        entry.Metadata.GetTableName() is { } table && (table is Settings || !table.StartsWith(Machinery, StringComparison.Ordinal));
}

/// <summary>One row that a request changed.</summary>
/// <param name="Key">Its primary key, as text.</param>
/// <param name="What"><c>added</c>, <c>changed</c> or <c>deleted</c>.</param>
/// <param name="Columns">Of a changed row: which ones. Their values are not kept here.</param>
public sealed record Change(string Table, string Key, string What, IReadOnlyList<string> Columns)
{
    internal static Change Of(EntityEntry entry) => new(entry.Metadata.GetTableName()!, KeyOf(entry), Word(entry.State), entry.State is EntityState.Modified ? [.. Changed(entry)] : []);

    private static string KeyOf(EntityEntry entry) =>
        string.Join(' ', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Convert.ToString(entry.Property(p).CurrentValue, System.Globalization.CultureInfo.InvariantCulture)));

    private static IEnumerable<string> Changed(EntityEntry entry) => entry.Properties.Where(p => p.IsModified).Select(p => p.Metadata.GetColumnName());

    private static string Word(EntityState state) => state switch
    {
        EntityState.Added => "added",
        EntityState.Modified => "changed",
        _ => "deleted",
    };
}
