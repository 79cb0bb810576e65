using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Emporium.Tests.Support;

namespace Emporium.Tests.Operations;

/// <summary>The store behind the nginx of <c>samples/deploy/nginx.conf</c>, with a certificate of the test's own.</summary>
public sealed class ProxyTests
{
    private const string Nginx = "/usr/sbin/nginx";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Behind_nginx_the_store_speaks_https_and_nobody_forges_an_address()
    {
        Assert.SkipUnless(File.Exists(Nginx), "nginx is not installed");
        using var folder = new TestFolder();
        var port = FreePort();
        await using var store = await TestStore.Open(TestDatabase.Sqlite, new Dictionary<string, string> { ["Store:Url"] = $"https://localhost:{port}", ["Proxy:IsTrusted"] = "true", ["RateLimits:SignInPerMinute"] = "3" });
        using var nginx = await Start(folder.Path, port, new Uri(store.Url).Port);
        try
        {
            using var visitor = Visitor(port);
            using var page = await visitor.GetAsync("/admin/sign-in", Ct);

            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains("includeSubDomains", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.TooManyRequests, await LastOf(5, visitor));
        }
        finally
        {
            nginx.Kill(entireProcessTree: true);
            await nginx.WaitForExitAsync(CancellationToken.None);
        }
    }

    // Each time from another address, says the visitor; nginx knows better.
    private static async Task<HttpStatusCode> LastOf(int times, HttpClient visitor)
    {
        var last = HttpStatusCode.OK;
        for (var i = 1; i <= times; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/sign-in") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{i}");
            using var answer = await visitor.SendAsync(request, Ct);
            last = answer.StatusCode;
        }
        return last;
    }

    private static HttpClient Visitor(int port) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    }) { BaseAddress = new Uri($"https://localhost:{port}") };

    private static async Task<Process> Start(string folder, int port, int upstream)
    {
        Certify(folder);
        var sample = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", "deploy", "nginx.conf"), Ct);
        var secure = sample[sample.LastIndexOf("server {", StringComparison.Ordinal)..]
            .Replace("listen 443 ssl;", $"listen 127.0.0.1:{port} ssl;", StringComparison.Ordinal)
            .Replace("    listen [::]:443 ssl;\n", "", StringComparison.Ordinal)
            .Replace("/etc/letsencrypt/live/store.example.com", folder, StringComparison.Ordinal)
            .Replace("127.0.0.1:5080", $"127.0.0.1:{upstream}", StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{upstream}", secure, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), $$"""
            daemon off;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events {}
            http {
                access_log off;
                client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/fastcgi; uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
                {{secure}}
            }
            """, Ct);
        var nginx = Process.Start(new ProcessStartInfo(Nginx, ["-p", folder, "-e", $"{folder}/error.log", "-c", Path.Combine(folder, "nginx.conf")]))!;
        await TestStore.Until(() => Task.FromResult(nginx.HasExited || Answers(port)));
        return nginx.HasExited ? throw new InvalidOperationException(await File.ReadAllTextAsync(Path.Combine(folder, "error.log"), Ct)) : nginx;
    }

    private static void Certify(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        File.WriteAllText(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private static bool Answers(int port)
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return client.Connected;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
