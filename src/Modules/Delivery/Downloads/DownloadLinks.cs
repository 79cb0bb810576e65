using Emporium.Delivery.Contracts;
using Emporium.Platform;
using Emporium.Platform.Security;

namespace Emporium.Delivery.Downloads;

/// <summary>Writes and reads the signed address of a download. It ends when the download does and opens nothing else.</summary>
internal sealed class DownloadLinks(SignedTokens tokens, StoreAddress store)
{
    private const string Purpose = "download";

    public string PathOf(Download download) => $"/downloads/{tokens.Create(Purpose, download.Id.Value, download.ExpiresAt)}";

    public string AddressOf(Download download) => store.To(PathOf(download));

    /// <exception cref="Refusal"><c>link.invalid</c>, <c>link.expired</c>.</exception>
    public DownloadId Read(string signed) => new(tokens.Read(Purpose, signed));
}
