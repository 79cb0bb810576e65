using Microsoft.Extensions.Configuration;

namespace Emporium.Platform;

/// <summary>Where the store keeps what it owns on disk: the SQLite files, uploaded files, the master key. Setting <c>Data:Folder</c>, by default <c>data</c>.</summary>
public static class DataFolder
{
    public static string Of(IConfiguration configuration) =>
        Directory.CreateDirectory(configuration["Data:Folder"] is { Length: > 0 } folder ? folder : "data").FullName;
}
