using Microsoft.Extensions.Configuration;

namespace Emporium.Catalog.Desk;

/// <summary>How large what is uploaded may be; section <c>Uploads</c>, in megabytes.</summary>
internal sealed record UploadLimits(long MaxFileBytes, long MaxImageBytes)
{
    private const long Mebi = 1 << 20;

    public UploadLimits(IConfiguration configuration)
        : this(configuration.GetValue("Uploads:MaxFileMegabytes", 2_048L) * Mebi, configuration.GetValue("Uploads:MaxImageMegabytes", 5L) * Mebi) { }

    /// <summary>What a request may weigh: the file and the lines around it.</summary>
    public long MaxRequestBytes => MaxFileBytes + Mebi;
}
