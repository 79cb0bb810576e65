using System.Buffers.Binary;

namespace Emporium.Bench.Filling;

/// <summary>Ids of copies: UUIDv7 like those of the store, of the copy's own moment, and the same again for the same copy.</summary>
internal static class Ids
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>
    /// The bits that an order's number shows. Of a million random ones some would be the same, which the store settles by another try: a copy's are
    /// a product with an odd number, which gives each copy others.
    /// </summary>
    private const ulong Numbered = (1UL << 35) - 1;

    private const string OrderAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <param name="which">Tells the ids of one copy apart.</param>
    public static Guid Of(Guid original, long copy, int which, TimeSpan shift)
    {
        Span<byte> bytes = stackalloc byte[16];
        original.TryWriteBytes(bytes, bigEndian: true, out _);
        var moment = (BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16) + (long)shift.TotalMilliseconds;
        BinaryPrimitives.WriteInt64BigEndian(bytes, (moment << 16) | 0x7000 | (long)(Mix(copy, which) & 0xfff));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (Mix(copy, which + 1_000) >> 2 & ~Numbered) | 0x8000_0000_0000_0000 | (unchecked((ulong)copy * 0x9E37_79B9_7F4A_7C15) & Numbered));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The part of a TypeID after its prefix.</summary>
    public static string Text(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var number = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return string.Create(26, number, static (text, rest) =>
        {
            for (var i = text.Length - 1; i >= 0; i--, rest >>= 5) text[i] = Alphabet[(int)(rest & 31)];
        });
    }

    /// <summary>The number that people know an order by.</summary>
    public static string OrderNumber(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return "E-" + string.Create(7, BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), static (text, rest) =>
        {
            for (var i = text.Length - 1; i >= 0; i--, rest >>= 5) text[i] = OrderAlphabet[(int)(rest & 31)];
        });
    }

    // SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Mix(long copy, int which)
    {
        var z = unchecked(((ulong)copy * 0x9E37_79B9_7F4A_7C15) + ((ulong)which * 0xD1B5_4A32_D192_ED03));
        z = unchecked((z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB);
        return z ^ (z >> 31);
    }
}
