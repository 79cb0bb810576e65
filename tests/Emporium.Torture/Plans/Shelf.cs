namespace Emporium.Torture.Plans;

/// <summary>What is for sale.</summary>
internal static class Shelf
{
    public const int Size = 4;

    /// <summary>Of every file, on each purchase.</summary>
    public const int DownloadLimit = 3;

    public static long Cents(int position) => 700 + (1_130 * position);

    public static bool IssuesLicense(int position) => position % 2 == 0;

    public static string Slug(int position) => $"work-{position}";
}
