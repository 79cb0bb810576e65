namespace Emporium.Bench.Machine;

/// <summary>Where the bench keeps what it makes: programs, databases, logs. Everything in it may be deleted.</summary>
internal static class Workshop
{
    private static readonly string Root = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "emporium-bench")).FullName;

    public static string Folder(string name) => Directory.CreateDirectory(Path.Combine(Root, name)).FullName;

    /// <summary>An empty folder.</summary>
    public static string Fresh(string name)
    {
        var folder = Path.Combine(Root, name);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }
}
