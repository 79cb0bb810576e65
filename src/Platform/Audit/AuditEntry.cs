using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Platform.Audit;

/// <summary>One thing that somebody of the staff, or a program with a key, did or tried. Holds ids and names of columns, never a value that was typed.</summary>
internal sealed class AuditEntry
{
    public AuditEntryId Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Who: the id of a member of the staff or of a key.</summary>
    public required string Actor { get; init; }

    /// <summary>The endpoint: <c>POST /admin/orders/{id}/refunds</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What the endpoint says it does, in a sentence; empty where it says nothing.</summary>
    public required string Meaning { get; init; }

    /// <summary>On what: the route's values, such as <c>ord_01k…</c>; empty where it names nothing.</summary>
    public required string Subject { get; init; }

    /// <summary><c>done</c>, <c>denied</c>, <c>failed</c>, or the code of the refusal.</summary>
    public required string Outcome { get; init; }

    /// <summary>Which rows changed, as JSON: table, key, kind of change, names of columns.</summary>
    public required string Changes { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The place in the chain, from 1 without gaps; null until the chain's job comes by.</summary>
    public long? Number { get; set; }

    /// <summary>The chain's link: a keyed hash over the link before and everything above.</summary>
    public byte[]? Link { get; set; }
}

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("platform_audit_entries");
        builder.HasIndex(e => new { e.At, e.Id });
        builder.HasIndex(e => new { e.Actor, e.At, e.Id });
        builder.HasIndex(e => new { e.Subject, e.At, e.Id });
        builder.HasIndex(e => e.Number).IsUnique();
    }
}
