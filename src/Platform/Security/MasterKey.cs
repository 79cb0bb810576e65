using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Emporium.Platform.Security;

/// <summary>
/// The one secret outside the database: it wraps the keys inside. From <c>Security:MasterKey</c> (32 bytes in base 64), else from
/// <c>master.key</c> in the data folder, made at the first start and readable by the owner alone. Without it a backup cannot be read.
/// </summary>
public sealed class MasterKey
{
    private const int Length = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly ConcurrentDictionary<string, byte[]> derived = new(StringComparer.Ordinal);
    private readonly byte[] key;

    public MasterKey(IConfiguration configuration)
    {
        if (configuration["Security:MasterKey"] is { Length: > 0 } text)
        {
            key = Parse(text);
            return;
        }
        Path = System.IO.Path.Combine(DataFolder.Of(configuration), "master.key");
        key = FromFile(Path);
    }

    /// <summary>The file that holds it; null where it comes from the configuration.</summary>
    public string? Path { get; }

    /// <summary>A key of 32 bytes for one purpose (HKDF-SHA256, RFC 5869).</summary>
    public byte[] Derive(string purpose) => derived.GetOrAdd(purpose, p => HKDF.Expand(HashAlgorithmName.SHA256, key, Length, Encoding.UTF8.GetBytes(p)));

    /// <summary>AES-256-GCM with a random nonce: nonce, tag, ciphertext.</summary>
    public static byte[] Encrypt(byte[] under, ReadOnlySpan<byte> plain)
    {
        var result = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceLength));
        using var aes = new AesGcm(under, TagLength);
        aes.Encrypt(result.AsSpan(0, NonceLength), plain, result.AsSpan(NonceLength + TagLength), result.AsSpan(NonceLength, TagLength));
        return result;
    }

    /// <exception cref="CryptographicException">Another key, or the bytes were changed.</exception>
    public static byte[] Decrypt(byte[] under, ReadOnlySpan<byte> sealedBytes)
    {
        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(under, TagLength);
        aes.Decrypt(sealedBytes[..NonceLength], sealedBytes[(NonceLength + TagLength)..], sealedBytes.Slice(NonceLength, TagLength), plain);
        return plain;
    }

    private static byte[] FromFile(string path)
    {
        if (!File.Exists(path)) Make(path);
        return Parse(File.ReadAllText(path).Trim());
    }

    // Written beside its place and moved there whole: a process that dies in between leaves no half a key, and of two the first one's stays.
    private static void Make(string path)
    {
        var draft = $"{path}.{System.IO.Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options)) writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static byte[] Parse(string text)
    {
        var bytes = new byte[Length];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == Length
            ? bytes
            : throw new InvalidOperationException("The master key must be 32 bytes in base 64. Make one with: openssl rand -base64 32");
    }
}
