using System.Text.Json;

namespace Emporium.Platform.Lists.Export;

/// <summary>A list as JSON: one array, or one object a line (JSON Lines) for programs that read as it comes.</summary>
internal static class JsonExport
{
    private const int FlushAt = 32 << 10;

    public static async Task Array<TRow>(IReadOnlyList<ListColumn<TRow>> columns, IAsyncEnumerable<TRow> rows, Stream target, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(target);
        json.WriteStartArray();
        await foreach (var row in rows.WithCancellation(ct))
        {
            Write(json, columns, row);
            if (json.BytesPending > FlushAt) await json.FlushAsync(ct);
        }
        json.WriteEndArray();
        await json.FlushAsync(ct);
    }

    public static async Task Lines<TRow>(IReadOnlyList<ListColumn<TRow>> columns, IAsyncEnumerable<TRow> rows, Stream target, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(target);
        await foreach (var row in rows.WithCancellation(ct))
        {
            Write(json, columns, row);
            await json.FlushAsync(ct);
            json.Reset();
            await target.WriteAsync("\n"u8.ToArray(), ct);
        }
    }

    private static void Write<TRow>(Utf8JsonWriter json, IReadOnlyList<ListColumn<TRow>> columns, TRow row)
    {
        json.WriteStartObject();
        foreach (var column in columns)
        {
            json.WritePropertyName(column.Name);
            JsonSerializer.Serialize(json, column.Value(row), column.Type, Json.Options);
        }
        json.WriteEndObject();
    }
}
