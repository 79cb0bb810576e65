using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Files;

/// <summary>Chooses the file store from configuration.</summary>
internal static class FileStore
{
    /// <summary>A reader waits meanwhile, and each try waits longer than the last: after three they are better asked to come back.</summary>
    private const int Retries = 2;

    public static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Files").Get<FileStoreOptions>() ?? new();
        return services.AddSingleton(FilePlace.Of(options, DataFolder.Of(configuration))).AddSingleton<IFiles>(_ => options.S3 is { } s3
            ? new S3Files(Client(s3), s3)
            : new DiskFiles(options.Folder ?? Path.Combine(DataFolder.Of(configuration), "files")));
    }

    private static AmazonS3Client Client(FileStoreOptions.S3Options options)
    {
        var settings = new AmazonS3Config { AuthenticationRegion = options.Region, MaxErrorRetry = Retries };
        if (options.Endpoint is { } endpoint) (settings.ServiceURL, settings.ForcePathStyle) = (endpoint, true);
        else settings.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        return options.AccessKey is { } key
            ? new AmazonS3Client(new BasicAWSCredentials(key, options.SecretKey), settings)
            : new AmazonS3Client(settings);
    }
}
