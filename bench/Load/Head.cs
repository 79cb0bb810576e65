using System.Buffers.Text;
using System.Text;

namespace Emporium.Bench.Load;

/// <summary>The part of an answer before its body, as far as it matters here.</summary>
internal readonly record struct Head(int Status, int Length, bool IsChunked, string? Location, string? Cookie)
{
    /// <param name="lines">From the status line to the last header, each with its line end.</param>
    /// <param name="withText">Whether the headers that only flows need are read too.</param>
    public static Head Read(ReadOnlySpan<byte> lines, bool withText)
    {
        Utf8Parser.TryParse(lines[9..12], out int status, out _);
        var (length, isChunked, location, cookie) = (0, false, (string?)null, (string?)null);
        for (lines = Next(lines); !lines.IsEmpty; lines = Next(lines))
        {
            if (Value(lines, "Content-Length: "u8) is { IsEmpty: false } size) Utf8Parser.TryParse(size, out length, out _);
            else if (Value(lines, "Transfer-Encoding: chunked"u8) is { IsEmpty: false }) isChunked = true;
            else if (withText && Value(lines, "Location: "u8) is { IsEmpty: false } target) location = Line(target);
            else if (withText && Value(lines, "Set-Cookie: "u8) is { IsEmpty: false } set) cookie = $"{cookie}{(cookie is null ? "" : "; ")}{Line(set).Split(';')[0]}";
        }
        return new Head(status, length, isChunked, location, cookie);
    }

    private static ReadOnlySpan<byte> Next(ReadOnlySpan<byte> lines) => lines[(lines.IndexOf((byte)'\n') + 1)..];

    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
        line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name) ? line[name.Length..] : default;

    private static string Line(ReadOnlySpan<byte> rest) => Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)'\r')]);
}
