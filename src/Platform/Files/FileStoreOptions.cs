namespace Emporium.Platform.Files;

/// <summary>Where files are kept; section <c>Files</c>. With a bucket it is S3 (or anything that speaks it), else the disk.</summary>
public sealed record FileStoreOptions
{
    /// <summary>By default <c>files</c> in the data folder.</summary>
    public string? Folder { get; init; }

    /// <summary>Section <c>Files:S3</c>.</summary>
    public S3Options? S3 { get; init; }

    /// <param name="Endpoint">For services other than Amazon's: <c>https://s3.example.com</c>.</param>
    public sealed record S3Options(string Bucket, string? Endpoint = null, string Region = "us-east-1", string? AccessKey = null, string? SecretKey = null, string Prefix = "");
}
