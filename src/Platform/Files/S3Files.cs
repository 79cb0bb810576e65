using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;

namespace Emporium.Platform.Files;

/// <summary>Files in a bucket, named by their hash. The hash must be known before the upload, so the stream is first written to a temporary file.</summary>
internal sealed class S3Files(IAmazonS3 s3, FileStoreOptions.S3Options options) : IFiles
{
    public async Task<StoredFile> Put(Stream content, CancellationToken ct)
    {
        await using var draft = new FileStream(Path.GetTempFileName(), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Options = System.IO.FileOptions.DeleteOnClose | System.IO.FileOptions.Asynchronous });
        await content.CopyToAsync(draft, ct);
        draft.Position = 0;
        var stored = new StoredFile(Convert.ToHexStringLower(await SHA256.HashDataAsync(draft, ct)), draft.Length);
        draft.Position = 0;
        await Ask(() => s3.PutObjectAsync(new PutObjectRequest { BucketName = options.Bucket, Key = KeyOf(stored.Sha256), InputStream = draft, AutoCloseStream = false }, ct));
        return stored;
    }

    /// <summary>Amazon takes up to 5 GB at once, so larger files go in parts; what is left of an interrupted one the bucket's own rule throws away.</summary>
    public async Task Adopt(string path, string sha256, CancellationToken ct)
    {
        using var transfer = new TransferUtility(s3);
        await Ask(async () =>
        {
            await transfer.UploadAsync(new TransferUtilityUploadRequest { BucketName = options.Bucket, Key = KeyOf(sha256), FilePath = path, PartSize = 64 << 20 }, ct);
            return true;
        });
        File.Delete(path);
    }

    public async Task<Stream> Open(string sha256, long offset, long? length, CancellationToken ct)
    {
        var request = new GetObjectRequest { BucketName = options.Bucket, Key = KeyOf(sha256) };
        if (offset > 0 || length is not null) request.ByteRange = new ByteRange(offset, length is { } bytes ? offset + bytes - 1 : long.MaxValue);
        return (await Ask(() => s3.GetObjectAsync(request, ct))).ResponseStream;
    }

    public Task<bool> Exists(string sha256, CancellationToken ct) => Ask(async () =>
    {
        try
        {
            await s3.GetObjectMetadataAsync(options.Bucket, KeyOf(sha256), ct);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    });

    public async IAsyncEnumerable<string> List([EnumeratorCancellation] CancellationToken ct)
    {
        for (string? next = ""; next is not null;)
        {
            var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = options.Prefix, ContinuationToken = next.Length > 0 ? next : null };
            var page = await Ask(() => s3.ListObjectsV2Async(request, ct));
            foreach (var item in page.S3Objects.Where(o => o.Key == KeyOf(o.Key[(o.Key.LastIndexOf('/') + 1)..]))) yield return item.Key[(item.Key.LastIndexOf('/') + 1)..];
            next = page.IsTruncated ? page.NextContinuationToken : null;
        }
    }

    private static async Task<T> Ask<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw Refusal.Unavailable("file.unavailable", "The file store does not answer. Nothing is lost; please try again in a few minutes.");
        }
    }

    private string KeyOf(string sha256) => $"{options.Prefix}{sha256[..2]}/{sha256}";
}
