using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emporium.Platform.Data.Copying;

/// <summary>What a table holds, as a count and a sum of hashes: the same on both databases whatever order the rows come in.</summary>
internal sealed class TableDigest(CopiedTable table)
{
    private readonly ulong[] sum = new ulong[SHA256.HashSizeInBytes / sizeof(ulong)];

    public long Rows { get; private set; }

    public void Add(object?[] row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < row.Length; i++)
        {
            var text = Encoding.UTF8.GetBytes(TextOf(row[i], table.Columns[i]));
            hash.AppendData(BitConverter.GetBytes(text.Length));
            hash.AppendData(text);
        }
        var bytes = hash.GetHashAndReset();
        for (var i = 0; i < sum.Length; i++) unchecked { sum[i] += BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong))); }
        Rows++;
    }

    public override string ToString() => $"{Rows}:{string.Concat(sum.Select(part => part.ToString("x16", CultureInfo.InvariantCulture)))}";

    private static string TextOf(object? value, CopiedTable.Column column) => value switch
    {
        null => "null",
        string json when column.StoreType.Equals("jsonb", StringComparison.OrdinalIgnoreCase) => Sorted(JsonNode.Parse(json))?.ToJsonString() ?? "",
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        _ => $"{value.GetType().Name} {Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };

    // PostgreSQL keeps an object's members in an order of its own.
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.GetValueKind() is JsonValueKind.Null ? null : node?.DeepClone(),
    };
}
