using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emporium.Tests.Events;

/// <summary>A module that exists for these tests: boxes are filled, and shelves learn of it.</summary>
internal sealed class TrialModule : IModule;

public readonly record struct BoxId(Guid Value) : IEntityId<BoxId>
{
    public static string Prefix => "box";

    public static BoxId From(Guid value) => new(value);

    public static BoxId Parse(string s, IFormatProvider? provider) => EntityId.Parse<BoxId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out BoxId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}

internal sealed class Box : ISubject
{
    public BoxId Id { get; init; }

    public string Subject => Id.ToString();

    public Book Book => Book.Test;

    public long LastEvent { get; set; }
}

internal sealed class BoxTable : IEntityTypeConfiguration<Box>
{
    public void Configure(EntityTypeBuilder<Box> builder)
    {
        builder.ToTable("trial_boxes");
        builder.Ignore(b => b.Book);
        builder.Ignore(b => b.Subject);
    }
}

[Emporium.Platform.Events.Fact("box.filled", 1)]
public sealed record BoxFilled(string Content) : IFact;

/// <summary>What the reaction leaves behind: one row each time it ran to its end and was committed.</summary>
internal sealed class Shelved
{
    public int Id { get; init; }

    public required string Box { get; init; }

    public required string Content { get; init; }
}

internal sealed class ShelvedTable : IEntityTypeConfiguration<Shelved>
{
    public void Configure(EntityTypeBuilder<Shelved> builder) => builder.ToTable("trial_shelved");
}

/// <summary>Puts on the shelf first and breaks afterwards, where the test wants it broken. A "bag of pens" also fills the box with pens.</summary>
internal sealed class Shelve(StoreDb db, IEvents events, Breakage breakage) : IReactTo<BoxFilled>
{
    public const string Name = "trial.shelve";

    private const string Bag = "bag of ";

    public async Task React(BoxFilled fact, Occurrence at, CancellationToken ct)
    {
        db.Add(new Shelved { Box = at.Subject, Content = fact.Content });
        if (fact.Content.StartsWith(Bag, StringComparison.Ordinal))
        {
            var id = BoxId.Parse(at.Subject, null);
            events.Raise(await db.Set<Box>().SingleAsync(b => b.Id == id, ct), new BoxFilled(fact.Content[Bag.Length..]));
        }
        if (breakage.Of(fact.Content) is { } broken) throw broken;
    }
}

/// <summary>What breaks, by content.</summary>
internal sealed class Breakage
{
    private readonly Dictionary<string, Exception> broken = [];

    public void Break(string content, Exception with) => broken[content] = with;

    public void Mend(string content) => broken.Remove(content);

    public Exception? Of(string content) => broken.GetValueOrDefault(content);
}
