using System.Security.Cryptography;
using System.Text;
using Emporium.Platform.Settings;

namespace Emporium.Ui;

/// <summary>Where the pictures of a store's sign are; another sign has other addresses, so that each can be kept for ever.</summary>
public static class MarkAddress
{
    /// <param name="name"><c>icon.svg</c>, <c>icon-192.png</c>, <c>icon-512.png</c>, <c>maskable-512.png</c>, <c>touch-180.png</c>, or <c>picture.png</c> for the merchant's own.</param>
    public static string Of(StoreMark mark, string name) => $"/icons/{name}?v={VersionOf(mark)}";

    /// <summary>What a browser's tab shows.</summary>
    public static string Tab(StoreMark mark) => Of(mark, mark.PictureSha256 is null ? "icon.svg" : "picture.png");

    /// <summary>What a phone's home screen shows where it reads no manifest.</summary>
    public static string Touch(StoreMark mark) => Of(mark, mark.PictureSha256 is null ? "touch-180.png" : "picture.png");

    public static string VersionOf(StoreMark mark) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{mark.Shape} {mark.Ink} {mark.PictureSha256}")))[..8];
}
