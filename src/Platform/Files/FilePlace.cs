namespace Emporium.Platform.Files;

/// <summary>Where the files are kept, for people.</summary>
/// <param name="IsRemote">True for a bucket, false for a disk.</param>
/// <param name="Name">The folder, or the bucket with the address of its service.</param>
public sealed record FilePlace(bool IsRemote, string Name)
{
    /// <summary>How full the disk is; null for a bucket, which says nothing about that.</summary>
    public (long FreeBytes, long TotalBytes)? Room
    {
        get
        {
            if (IsRemote) return null;
            Directory.CreateDirectory(Name);
            var drive = new DriveInfo(Path.GetFullPath(Name));
            return (drive.AvailableFreeSpace, drive.TotalSize);
        }
    }

    internal static FilePlace Of(FileStoreOptions options, string dataFolder) => options.S3 is { } s3
        ? new(true, $"{s3.Bucket}{(s3.Endpoint is { } service ? $" at {service}" : $" at Amazon, {s3.Region}")}")
        : new(false, options.Folder ?? Path.Combine(dataFolder, "files"));
}
