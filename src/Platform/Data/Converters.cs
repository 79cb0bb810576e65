using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Emporium.Platform.Data;

/// <summary>SQLite cannot order or compare <see cref="DateTimeOffset"/>; both databases can a UTC <see cref="DateTime"/>.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    moment => moment.ToMicroseconds().UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Wrap(value))
    where TId : struct, IEntityId<TId>
{
    // An expression tree may not call a static abstract member.
    private static TId Wrap(Guid value) => TId.From(value);
}
