using System.Buffers.Binary;
using Emporium.Sales.Contracts;

namespace Emporium.Sales.Orders;

/// <summary>
/// What people call an order: <c>E-7K3M9QX</c>, seven characters of Crockford's base 32 from the random end of its id. Neither a
/// secret nor in sequence: it says nothing about how many orders there are. A collision (1 in 34 billion a pair) meets the unique
/// index and the request runs again with another id.
/// </summary>
internal static class OrderNumber
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 7;

    public static string Of(OrderId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        var random = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        return string.Create(Length + 2, random, static (text, rest) =>
        {
            (text[0], text[1]) = ('E', '-');
            for (var i = text.Length - 1; i > 1; i--, rest >>= 5) text[i] = Alphabet[(int)(rest & 31)];
        });
    }

    /// <summary>A number as somebody wrote it, with or without its letter; null for what is none.</summary>
    public static string? Read(string text)
    {
        var written = text.Trim().ToUpperInvariant();
        if (written.StartsWith("E-", StringComparison.Ordinal)) written = written[2..];
        return written.Length == Length && written.All(Alphabet.Contains) ? $"E-{written}" : null;
    }
}
