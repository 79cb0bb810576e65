using System.Reflection;

namespace Emporium.Host.DemoStore;

/// <summary>The demo store's raw material, embedded in the program under names such as <c>DemoStore/plain-dealing/product.md</c>.</summary>
internal static class Content
{
    private const string Root = "DemoStore/";
    private static readonly Assembly Home = typeof(Content).Assembly;

    private static readonly IReadOnlyList<string> Names =
        [.. Home.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .Select(name => name[Root.Length..])
            .Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Folders => Names.Where(name => name.Contains('/')).Select(name => name[..name.IndexOf('/')]).Distinct(StringComparer.Ordinal);

    /// <summary>Paths under a folder, in ordinal order: <c>shop-papers/files/README.md</c>.</summary>
    public static IEnumerable<string> Under(string folder) =>
        Names.Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal));

    public static bool Has(string path) => Names.Contains(path, StringComparer.Ordinal);

    public static byte[] Bytes(string path)
    {
        using var stream = Home.GetManifestResourceStream(Root + path) ?? throw new FileNotFoundException("Not embedded in the program.", path);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static string Text(string path) => System.Text.Encoding.UTF8.GetString(Bytes(path));
}
