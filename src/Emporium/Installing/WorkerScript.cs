using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Emporium.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emporium.Host.Installing;

/// <summary>The service worker, with the names of the files that it keeps. They name their content, so another build is another script and replaces the last one.</summary>
internal static class WorkerScript
{
    private static readonly Lazy<string> Script = new(Write);

    public static ContentHttpResult Endpoint(HttpContext http)
    {
        // Asked for at every visit; a browser that keeps it would keep an old store.
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text(Script.Value, "text/javascript", Encoding.UTF8);
    }

    private static string Write()
    {
        var worker = Asset.Text("worker.js");
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Asset.Shell.Append(worker)))))[..12];
        var shell = JsonSerializer.Serialize(new { version, files = Asset.Shell, offline = OfflinePage.Address });
        return $"self.shell={shell};\n{worker}";
    }
}
