using System.Text;

namespace Emporium.Bench.Load;

/// <summary>Requests as bytes.</summary>
internal static class Ask
{
    public static byte[] Get(string path, string headers = "") => Bytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,*/*\r\n{headers}\r\n");

    /// <summary>A POST of the API with an idempotency key of its own.</summary>
    public static byte[] Post(string path, string json) =>
        Bytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nIdempotency-Key: {Key()}\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>A form, posted from the server's own page.</summary>
    public static byte[] Form(string path, string fields) =>
        Bytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Encoding.UTF8.GetByteCount(fields)}\r\n\r\n{fields}");

    private static string Key() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    private static byte[] Bytes(string request) => Encoding.UTF8.GetBytes(request);
}
