using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Emporium.Sandbox.Pages;

/// <summary>The bank's one style sheet, served under a name that changes with its content.</summary>
internal static class BankStyle
{
    private static readonly byte[] Sheet = Load();

    /// <summary>File name below the bank's pages: <c>bank.1a2b3c4d.css</c>.</summary>
    public static string Name { get; } = $"bank.{Convert.ToHexStringLower(SHA256.HashData(Sheet).AsSpan(0, 4))}.css";

    public static Task Serve(HttpContext http)
    {
        http.Response.ContentType = "text/css; charset=utf-8";
        http.Response.ContentLength = Sheet.Length;
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return http.Response.Body.WriteAsync(Sheet, 0, Sheet.Length);
    }

    private static byte[] Load()
    {
        using var stream = typeof(BankStyle).Assembly.GetManifestResourceStream("Sandbox/bank.css")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
