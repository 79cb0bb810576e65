using Emporium.Platform.Http;
using Emporium.Platform.Security;
using Emporium.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Emporium.Tests.Machinery.Http;

public sealed class FlashTests : IDisposable
{
    private readonly TestClock clock = new();
    private readonly TestFolder folder = new();
    private readonly Flash flash;

    public FlashTests() => flash = new(Key(folder), clock);

    [Fact]
    public void What_is_said_is_heard_on_the_next_page() => Assert.Equal(("Saved “Ärger & Co”.", FlashTone.Done), flash.Take(Carrying(Said("Saved “Ärger & Co”."))));

    [Fact]
    public void After_a_minute_it_is_forgotten()
    {
        var cookie = Said("Saved.");
        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Null(flash.Take(Carrying(cookie)));
    }

    [Fact]
    public void Words_that_the_store_did_not_say_are_not_shown()
    {
        var cookie = Said("Saved.");

        for (var at = 0; at < cookie.Length; at++) Assert.Null(flash.Take(Carrying(cookie[..at] + (cookie[at] == 'A' ? 'Q' : 'A') + cookie[(at + 1)..])));
        foreach (var other in (string[])["", "A", "…", new string('A', 60), new string('A', 5_000)]) Assert.Null(flash.Take(Carrying(other)));
    }

    [Fact]
    public void Long_words_are_cut_and_still_fit_a_cookie()
    {
        var said = flash.Take(Carrying(Said(new string('ß', 1_000), FlashTone.Failed)));

        Assert.Equal((new string('ß', 300), FlashTone.Failed), said);
    }

    public void Dispose() => folder.Dispose();

    private string Said(string words, FlashTone tone = FlashTone.Done)
    {
        var http = new DefaultHttpContext();
        flash.Say(http, words, tone);
        return http.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2)[1];
    }

    private static DefaultHttpContext Carrying(string cookie)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"flash={cookie}";
        return http;
    }

    private static MasterKey Key(TestFolder folder) => new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = folder.Path }).Build());
}
