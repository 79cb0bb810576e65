using Emporium.Legal.Contracts;
using Emporium.Platform.Visitors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Legal.Choices;

/// <summary>That somebody chose, when, and what they were asked: what GDPR article 7 wants shown. Who it was is not kept, and nothing leads back to them.</summary>
internal sealed class ConsentProof
{
    public ConsentProofId Id { get; private init; }

    public DateTimeOffset ChosenAt { get; private init; }

    /// <summary>Names the words of the question.</summary>
    public string Policy { get; private init; } = "";

    /// <summary>What was agreed to, by name; empty for a no.</summary>
    public string Purposes { get; private init; } = "";

    public static ConsentProof Of(VisitorChoice choice, TimeProvider clock) => new()
    {
        Id = ConsentProofId.New(clock), ChosenAt = choice.At, Policy = choice.Policy, Purposes = string.Join(' ', choice.Purposes),
    };
}

internal sealed class ConsentProofTable : IEntityTypeConfiguration<ConsentProof>
{
    public void Configure(EntityTypeBuilder<ConsentProof> builder)
    {
        builder.ToTable("legal_consents");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => c.ChosenAt);
    }
}
