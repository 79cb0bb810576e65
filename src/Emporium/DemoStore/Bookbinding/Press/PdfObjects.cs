using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Emporium.Host.DemoStore.Bookbinding.Press;

/// <summary>The objects of a PDF file (ISO 32000-1, 7.3 and 7.5) and its closing table. Nothing in it depends on the clock or on chance.</summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]?> _objects = [];

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _objects.Add(null);
        return _objects.Count;
    }

    public int Add(string value)
    {
        var id = Reserve();
        Set(id, value);
        return id;
    }

    public void Set(int id, string value) => _objects[id - 1] = Encoding.Latin1.GetBytes(value);

    /// <param name="entries">The stream dictionary's entries besides its length and filter.</param>
    public int AddStream(ReadOnlySpan<byte> content, string entries = "", bool isCompressed = true)
    {
        var body = isCompressed ? Deflate(content) : content.ToArray();
        var filter = isCompressed ? "/Filter/FlateDecode" : "";
        var id = Reserve();
        _objects[id - 1] =
        [
            .. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<<{entries}{filter}/Length {body.Length}>>stream\n")),
            .. body,
            .. "\nendstream"u8,
        ];
        return id;
    }

    public byte[] Close(int catalog, int information)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
        var offsets = new List<long>();
        for (var i = 0; i < _objects.Count; i++)
        {
            offsets.Add(file.Position);
            Write(file, $"{i + 1} 0 obj\n");
            file.Write(_objects[i] ?? throw new InvalidOperationException($"Object {i + 1} was reserved and never written."));
            Write(file, "\nendobj\n");
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var table = file.Position;
        Write(file, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) Write(file, $"{offset:0000000000} 00000 n \n");
        Write(file, $"trailer\n<</Size {_objects.Count + 1}/Root {catalog} 0 R/Info {information} 0 R/ID[<{digest}><{digest}>]>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>A text string in UTF-16 (7.9.2.2), written as hexadecimal so that nothing needs escaping.</summary>
    public static string TextString(string text) => $"<feff{Convert.ToHexStringLower(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    private static void Write(MemoryStream file, FormattableString text) =>
        file.Write(Encoding.Latin1.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    private static byte[] Deflate(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) deflate.Write(content);
        return packed.ToArray();
    }
}
