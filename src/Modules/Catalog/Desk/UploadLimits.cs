using Emporium.Platform;
using Microsoft.Extensions.Configuration;

namespace Emporium.Catalog.Desk;

/// <summary>How large what is uploaded may be, and where it waits; section <c>Uploads</c>, in megabytes (of 1,048,576 bytes).</summary>
/// <param name="MaxFileBytes">Of one file; <c>MaxFileMegabytes</c>.</param>
/// <param name="MaxImageBytes">Of one picture; <c>MaxImageMegabytes</c>.</param>
/// <param name="QuotaBytes">Of all unfinished uploads of one person together; <c>QuotaMegabytes</c>.</param>
/// <param name="KeepFreeBytes">What an upload must leave free on the disk; <c>KeepFreeMegabytes</c>.</param>
/// <param name="Folder">Where unfinished uploads wait; <c>Folder</c>, by default <c>uploads</c> in the data folder. Several nodes share one.</param>
/// <param name="Kept">How long an upload waits for its next bytes; <c>KeepHours</c>.</param>
internal sealed record UploadLimits(long MaxFileBytes, long MaxImageBytes, long QuotaBytes, long KeepFreeBytes, string Folder, TimeSpan Kept)
{
    private const long Mebi = 1 << 20;

    public UploadLimits(IConfiguration configuration)
        : this(
            configuration.GetValue("Uploads:MaxFileMegabytes", 10_240L) * Mebi,
            configuration.GetValue("Uploads:MaxImageMegabytes", 20L) * Mebi,
            configuration.GetValue("Uploads:QuotaMegabytes", 20_480L) * Mebi,
            configuration.GetValue("Uploads:KeepFreeMegabytes", 512L) * Mebi,
            configuration["Uploads:Folder"] is { Length: > 0 } folder ? folder : Path.Combine(DataFolder.Of(configuration), "uploads"),
            TimeSpan.FromHours(configuration.GetValue("Uploads:KeepHours", 72L))) { }

    /// <summary>What a request may weigh: the file and the lines around it.</summary>
    public long MaxRequestBytes => MaxFileBytes + Mebi;

    /// <summary>The same for a picture with its smaller copies.</summary>
    public long MaxImageRequestBytes => (2 * MaxImageBytes) + Mebi;
}
