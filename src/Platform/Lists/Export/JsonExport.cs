using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Emporium.Platform.Lists.Export;

/// <summary>A list as JSON: one array, or one object a line (JSON Lines) for programs that read as it comes.</summary>
internal static class JsonExport
{
    private const int SendAt = 32 << 10;

    public static Task Array<TRow>(IReadOnlyList<ListColumn<TRow>> columns, IAsyncEnumerable<TRow> rows, Stream target, CancellationToken ct) =>
        Write(columns, rows, target, "[", ",\n", "]\n", ct);

    public static Task Lines<TRow>(IReadOnlyList<ListColumn<TRow>> columns, IAsyncEnumerable<TRow> rows, Stream target, CancellationToken ct) =>
        Write(columns, rows, target, "", "\n", "\n", ct);

    private static async Task Write<TRow>(IReadOnlyList<ListColumn<TRow>> columns, IAsyncEnumerable<TRow> rows, Stream target, string begin, string between, string end, CancellationToken ct)
    {
        // In memory first: the writer sends whenever it likes, and a connection takes nothing synchronously.
        var part = new ArrayBufferWriter<byte>(SendAt * 2);
        await using var json = new Utf8JsonWriter(part);
        Encoding.UTF8.GetBytes(begin, part);
        var isFirst = true;
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (!isFirst) Encoding.UTF8.GetBytes(between, part);
            isFirst = false;
            Write(json, columns, row);
            if (part.WrittenCount > SendAt) await Send(part, target, ct);
        }
        Encoding.UTF8.GetBytes(end, part);
        await Send(part, target, ct);
    }

    private static async Task Send(ArrayBufferWriter<byte> part, Stream target, CancellationToken ct)
    {
        await target.WriteAsync(part.WrittenMemory, ct);
        part.ResetWrittenCount();
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
        json.Flush();
        json.Reset();
    }
}
