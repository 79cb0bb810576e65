using System.Diagnostics;
using System.Security.Cryptography;

namespace Emporium.Bench.Machine;

/// <summary>The store as an operator would run it: published, ready to run.</summary>
internal static class Published
{
    /// <returns>Path of the program.</returns>
    public static async Task<string> Program(Options options)
    {
        if (options.Store is { } ready) return Path.Combine(ready, "Emporium");
        var folder = Workshop.Folder("store");
        Console.WriteLine("Publishing the store.");
        using var publish = Process.Start("dotnet",
            ["publish", Path.Combine(Repository(), "src", "Emporium"), "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-o", folder, "-v", "q", "--nologo"]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(folder, "Emporium") : throw new InvalidOperationException("The store could not be published.");
    }

    /// <summary>Names the schema: another one after any change of a script.</summary>
    public static string Schema()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var script in Directory.GetFiles(Path.Combine(Repository(), "src"), "*.sql", SearchOption.AllDirectories).Where(f => f.Contains($"{Path.DirectorySeparatorChar}Schema{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            hash.AppendData(File.ReadAllBytes(script));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Emporium.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException("The bench runs from the repository: it publishes the store that it measures.");
    }
}
