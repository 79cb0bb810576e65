using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Emporium.Catalog.Uploads;

/// <summary>The <c>Upload-Checksum</c> of one part (tus 1.0.0, checksum).</summary>
internal sealed class Checksum : IDisposable
{
    private readonly IncrementalHash hash;
    private readonly byte[] expected;

    private Checksum(IncrementalHash hash, byte[] expected) => (this.hash, this.expected) = (hash, expected);

    /// <returns>Null where the part carries none.</returns>
    /// <exception cref="Refusal"><c>upload.checksum_unknown</c>.</exception>
    public static Checksum? Read(string? header)
    {
        if (string.IsNullOrEmpty(header)) return null;
        var sum = new byte[64];
        if (header.Split(' ') is not [var name, var value] || !Convert.TryFromBase64String(value, sum, out var length) || Of(name) is not { } hash || length != hash.HashLengthInBytes)
            throw Refusal.Invalid("upload.checksum_unknown", "Upload-Checksum is sha256 or sha1, a blank, and the sum in Base64.", "Upload-Checksum");
        return new(hash, sum[..length]);
    }

    public void Add(ReadOnlySpan<byte> bytes) => hash.AppendData(bytes);

    public bool IsRight() => CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), expected);

    public void Dispose() => hash.Dispose();

    [SuppressMessage("Security", "CA5350", Justification = "The protocol demands SHA-1; it finds broken bytes here and proves nothing to anybody.")]
    private static IncrementalHash? Of(string name) => name switch
    {
        "sha256" => IncrementalHash.CreateHash(HashAlgorithmName.SHA256),
        "sha1" => IncrementalHash.CreateHash(HashAlgorithmName.SHA1),
        _ => null,
    };
}

/// <summary>A part is not what its checksum says.</summary>
internal sealed class WrongSumException : Exception;
