using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Emporium.Platform;

namespace Emporium.Torture.Buyers;

/// <summary>
/// Somebody at the other end of the wire. A request that is cut off, or finds nobody, is sent again as it was, as clients and
/// people do; 503 says to do so, too.
/// </summary>
internal sealed partial class Visitor : IDisposable
{
    private static readonly TimeSpan Stubbornness = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient http;
    private readonly Tally tally;

    public Visitor(string url, Tally tally)
    {
        this.tally = tally;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(45),
        };
        http.DefaultRequestHeaders.Add("Origin", url);
    }

    public Task<Answer> Get(string path) => Send(() => new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Answer> Post(string path, object body, string key) => Send(() => new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = JsonContent.Create(body, body.GetType(), null, Json.Options),
        Headers = { { "Idempotency-Key", key } },
    });

    public Task<Answer> Submit(string path, IReadOnlyDictionary<string, string> fields) => Send(() => new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields),
        Headers = { { "Accept", "text/html" } },
    });

    /// <summary>The hidden fields of a page's form, its token among them.</summary>
    public static Dictionary<string, string> HiddenFields(string html) => HiddenField().Matches(html)
        .GroupBy(m => m.Groups["name"].Value).ToDictionary(g => g.Key, g => WebUtility.HtmlDecode(g.Last().Groups["value"].Value));

    public void Dispose() => http.Dispose();

    private async Task<Answer> Send(Func<HttpRequestMessage> make)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await Try(make) is { } answer) return answer;
            if (TimeProvider.System.GetElapsedTime(began) > Stubbornness) throw new TimeoutException($"Nobody answered in {Stubbornness.TotalMinutes:0} minutes.");
            await Task.Delay(Pause);
        }
    }

    /// <returns>Null where it has to be sent again.</returns>
    private async Task<Answer?> Try(Func<HttpRequestMessage> make)
    {
        try
        {
            using var request = make();
            using var response = await http.SendAsync(request);
            var answer = await Answer.Of(response);
            if (answer.Status >= 500 && answer.Status != 503) tally.Add(Wrong.Error, $"{request.Method} {request.RequestUri} was answered {answer.Status}.");
            return answer.Status == 503 ? null : answer;
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    [GeneratedRegex("<input(?=[^>]*type=\"hidden\")(?=[^>]*name=\"(?<name>[^\"]+)\")(?=[^>]*value=\"(?<value>[^\"]*)\")[^>]*>", RegexOptions.ExplicitCapture)]
    private static partial Regex HiddenField();
}
