using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emporium;

/// <summary>An identifier that names its entity in the type system, in URLs and in the API (<c>ord_01k…</c>).</summary>
public interface IEntityId<TSelf> : IParsable<TSelf> where TSelf : struct, IEntityId<TSelf>
{
    /// <summary>Two to four lower-case letters, unique in the store.</summary>
    static abstract string Prefix { get; }

    static abstract TSelf From(Guid value);

    Guid Value { get; }
}

/// <summary>Making, writing and reading ids. The text form is a TypeID (prefix, underscore, 26 characters of Crockford's base 32).</summary>
public static class EntityId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int TextLength = 26;

    extension<TId>(TId) where TId : struct, IEntityId<TId>
    {
        /// <summary>A UUIDv7 (RFC 9562) of the clock's moment, so that ids sort by age to the millisecond.</summary>
        public static TId New(TimeProvider clock) => TId.From(Guid.CreateVersion7(clock.GetUtcNow()));

        /// <summary>By age: the order of the bytes, which is also the order in both databases. Translates to SQL.</summary>
        public static bool operator <(TId a, TId b) => Compare(a.Value, b.Value) < 0;

        public static bool operator >(TId a, TId b) => Compare(a.Value, b.Value) > 0;
    }

    private static int Compare(Guid a, Guid b)
    {
        Span<byte> left = stackalloc byte[16];
        Span<byte> right = stackalloc byte[16];
        a.TryWriteBytes(left, bigEndian: true, out _);
        b.TryWriteBytes(right, bigEndian: true, out _);
        return left.SequenceCompareTo(right);
    }

    public static string Text<TId>(TId id) where TId : struct, IEntityId<TId>
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        var number = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
        Span<char> text = stackalloc char[TextLength];
        for (var i = TextLength - 1; i >= 0; i--, number >>= 5) text[i] = Alphabet[(int)(number & 31)];
        return $"{TId.Prefix}_{text}";
    }

    public static bool TryParse<TId>([NotNullWhen(true)] string? text, out TId id) where TId : struct, IEntityId<TId>
    {
        id = default;
        var start = TId.Prefix.Length + 1;
        if (text is null || text.Length != start + TextLength || text[start - 1] != '_' || !text.StartsWith(TId.Prefix, StringComparison.Ordinal)) return false;

        // 26 characters hold 130 bits: a first digit over 7 would not fit a UUID.
        var number = UInt128.Zero;
        for (var i = start; i < text.Length; i++)
        {
            var digit = Alphabet.IndexOf(text[i]);
            if (digit < 0 || (i == start && digit > 7)) return false;
            number = (number << 5) | (UInt128)digit;
        }

        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        id = TId.From(new Guid(bytes, bigEndian: true));
        return true;
    }

    /// <exception cref="FormatException">The text is not an id of this kind.</exception>
    public static TId Parse<TId>(string text) where TId : struct, IEntityId<TId> =>
        TryParse<TId>(text, out var id) ? id : throw new FormatException($"Not an id that begins with {TId.Prefix}_.");

    /// <summary>True for the id structs that modules declare; conventions (database, JSON) look for them once.</summary>
    public static bool IsEntityId(Type type) => type.IsValueType &&
        Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>));
}

/// <summary>Ids travel as their text in JSON, also as keys of dictionaries.</summary>
public sealed class EntityIdJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => EntityId.IsEntityId(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<TId> : JsonConverter<TId> where TId : struct, IEntityId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && EntityId.TryParse<TId>(reader.GetString(), out var id)
                ? id
                : throw new JsonException($"Expected an id that begins with {TId.Prefix}_.");

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(EntityId.Text(value));

        public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WritePropertyName(EntityId.Text(value));
    }
}
