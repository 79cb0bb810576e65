using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Platform.Http;

/// <summary>A key that was used: by whom and where (hashed into the id), for which body, and what came of it.</summary>
internal sealed class IdempotentRequest
{
    /// <summary>SHA-256 of actor, method, path and key, lower-case hex.</summary>
    public required string Id { get; init; }

    public required string BodyHash { get; init; }

    /// <summary>The prefixed id of what was created; null until then.</summary>
    public string? Resource { get; set; }

    public int? Status { get; set; }

    /// <summary>The answer's body, sealed; null while unfinished.</summary>
    public byte[]? Answer { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class IdempotentRequestTable : IEntityTypeConfiguration<IdempotentRequest>
{
    public void Configure(EntityTypeBuilder<IdempotentRequest> builder)
    {
        builder.ToTable("platform_idempotent_requests");
        builder.HasIndex(r => r.CreatedAt);
    }
}
