using System.Security.Cryptography;
using System.Text;
using Emporium.Legal.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Legal.Texts;

/// <summary>A version of a legal page as it was shown. Never changed, never deleted: orders point at it.</summary>
internal sealed class KeptText
{
    public LegalTextId Id { get; private init; }

    public LegalPage Page { get; private init; }

    public int Version { get; private init; }

    public string Markdown { get; private init; } = "";

    /// <summary>Of the Markdown, lower-case hex.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>True where the merchant wrote it.</summary>
    public bool IsOwn { get; private init; }

    public DateTimeOffset Since { get; private init; }

    public static KeptText After(KeptText? last, LegalPage page, string markdown, bool isOwn, TimeProvider clock) => new()
    {
        Id = LegalTextId.New(clock), Page = page, Version = (last?.Version ?? 0) + 1, Markdown = markdown, Sha256 = HashOf(markdown), IsOwn = isOwn, Since = clock.Now,
    };

    public bool Says(string markdown) => Sha256 == HashOf(markdown);

    public LegalText Summary() => new(Id, Page, Version, Since);

    private static string HashOf(string markdown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(markdown)));
}

internal sealed class KeptTextTable : IEntityTypeConfiguration<KeptText>
{
    public void Configure(EntityTypeBuilder<KeptText> builder)
    {
        builder.ToTable("legal_texts");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.Page, t.Version }).IsUnique();
    }
}
