using System.Reflection;

namespace Emporium.Ui;

/// <summary>A built file of the design system with its compressed forms.</summary>
/// <param name="Name">As its source is called: <c>store.css</c>.</param>
/// <param name="FileName">With the hash of its content: <c>store.KQBWICX3.css</c>.</param>
/// <param name="Hash">Names the content, so that an address never changes its meaning.</param>
internal sealed record AssetFile(string Name, string FileName, string Hash, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
{
    private const string Folder = "assets/";

    private static readonly Assembly Assembly = typeof(AssetFile).Assembly;

    public string ContentType => Path.GetExtension(FileName) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".woff2" => "font/woff2",
        _ => "application/octet-stream",
    };

    public static IEnumerable<AssetFile> All() => Assembly.GetManifestResourceNames()
        .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
        .Select(resource => resource[Folder.Length..])
        .Where(file => file.Split('.') is [_, _, var extension] && extension is not ("br" or "gz"))
        .Select(Load);

    public static byte[]? Read(string file)
    {
        using var stream = Assembly.GetManifestResourceStream(Folder + file);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static AssetFile Load(string file)
    {
        var parts = file.Split('.');
        return new($"{parts[0]}.{parts[2]}", file, parts[1], Read(file)!, Read($"{file}.br"), Read($"{file}.gz"));
    }
}
