using System.Net;
using Emporium.Messaging.Addresses;
using Emporium.Messaging.Sending;
using Emporium.Tests.Messaging.Support;
using Emporium.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Tests.Messaging;

/// <summary>Where webhooks may go: out into the world, and into no house, not even our own.</summary>
public sealed class AddressTests
{
    private static readonly AddressRules Closed = new(new WebhookOptions());

    [Theory]
    [InlineData("0.0.0.0"), InlineData("10.1.2.3"), InlineData("100.64.0.1"), InlineData("127.0.0.1"), InlineData("127.255.0.9"), InlineData("169.254.169.254")]
    [InlineData("172.16.0.1"), InlineData("172.31.255.255"), InlineData("192.0.0.8"), InlineData("192.0.2.1"), InlineData("192.168.1.1"), InlineData("198.18.0.1")]
    [InlineData("198.51.100.7"), InlineData("203.0.113.7"), InlineData("224.0.0.1"), InlineData("240.0.0.1"), InlineData("255.255.255.255")]
    [InlineData("::"), InlineData("::1"), InlineData("::ffff:127.0.0.1"), InlineData("::ffff:169.254.169.254"), InlineData("::127.0.0.1"), InlineData("fe80::1"), InlineData("fec0::1")]
    [InlineData("fc00::1"), InlineData("fd00:ec2::254"), InlineData("ff02::1"), InlineData("64:ff9b::a00:1"), InlineData("2001::1"), InlineData("2001:db8::1"), InlineData("2002:7f00:1::")]
    public void An_address_inside_is_closed(string address) => Assert.False(Closed.Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1"), InlineData("93.184.215.14"), InlineData("172.15.0.1"), InlineData("172.32.0.1"), InlineData("::ffff:1.1.1.1"), InlineData("2606:4700:4700::1111"), InlineData("2a00:1450:4001::8a")]
    public void An_address_outside_is_open(string address) => Assert.True(Closed.Allows(IPAddress.Parse(address)));

    [Fact]
    public void The_operator_opens_a_network_by_name()
    {
        var rules = new AddressRules(new WebhookOptions { AllowedNetworks = "10.1.0.0/16, fd00:1::/32" });

        Assert.True(rules.Allows(IPAddress.Parse("10.1.9.9")));
        Assert.True(rules.Allows(IPAddress.Parse("::ffff:10.1.9.9")));
        Assert.True(rules.Allows(IPAddress.Parse("fd00:1::5")));
        Assert.False(rules.Allows(IPAddress.Parse("10.2.0.1")));
    }

    [Theory]
    [InlineData("https://127.0.0.1/", "webhook.url_private")]
    [InlineData("https://2130706433/", "webhook.url_private")]
    [InlineData("https://0x7f.1/", "webhook.url_private")]
    [InlineData("https://0177.0.0.1/", "webhook.url_private")]
    [InlineData("https://[::1]/", "webhook.url_private")]
    [InlineData("https://[::ffff:10.0.0.1]/", "webhook.url_private")]
    [InlineData("https://[::ffff:a9fe:a9fe]/latest/meta-data", "webhook.url_private")]
    [InlineData("https://inside.example/", "webhook.url_private")]
    [InlineData("https://half.example/", "webhook.url_private")]
    [InlineData("https://nowhere.example/", "webhook.url_unknown")]
    [InlineData("http://outside.example/", "webhook.url_insecure")]
    [InlineData("http://127.0.0.1/", "webhook.url_insecure")]
    [InlineData("https://me:secret@outside.example/", "webhook.url_invalid")]
    [InlineData("https://outside.example/#part", "webhook.url_invalid")]
    [InlineData("ftp://outside.example/", "webhook.url_invalid")]
    [InlineData("file:///etc/passwd", "webhook.url_invalid")]
    [InlineData("/hooks", "webhook.url_invalid")]
    [InlineData("", "webhook.url_invalid")]
    public async Task An_endpoint_that_leads_inside_is_refused(string url, string code) =>
        Assert.Equal((code, "url"), (await Assert.ThrowsAsync<Refusal>(() => new EndpointUrls(Closed, Names).Judge(url, default))) is { } refused ? (refused.Code, refused.Input) : default);

    [Theory]
    [InlineData(" https://outside.example/hooks?shop=1 ", "https://outside.example/hooks?shop=1")]
    [InlineData("https://1.1.1.1", "https://1.1.1.1/")]
    public async Task An_endpoint_outside_is_taken(string url, string stored) => Assert.Equal(stored, await new EndpointUrls(Closed, Names).Judge(url, default));

    /// <summary>The name was public when it was judged. By the time of sending it leads to the receiver's port on this machine.</summary>
    [Fact]
    public async Task A_name_that_leads_inside_later_is_not_connected()
    {
        await using var receiver = await Receiver.Open();
        await using var store = await TestStore.Open(TestDatabase.Sqlite, change: services => services.AddSingleton<NameLookup>((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback])));
        var url = $"https://rebound.example:{new Uri(receiver.Url).Port}/hooks";

        var answer = await store.Services.GetRequiredService<Post>().Send(url, [Signature.NewSecret()], "evt_1", "{}"u8.ToArray(), default);

        Assert.Equal((null, "rebound.example leads to 127.0.0.1, which is not a public address."), (answer.Status, answer.Error));
        Assert.Empty(receiver.All);
    }

    private static Task<IPAddress[]> Names(string host, CancellationToken ct) => Task.FromResult<IPAddress[]>(host switch
    {
        "outside.example" => [IPAddress.Parse("1.1.1.1"), IPAddress.Parse("2606:4700:4700::1111")],
        "inside.example" => [IPAddress.Parse("10.0.0.5")],
        "half.example" => [IPAddress.Parse("1.1.1.1"), IPAddress.Parse("fe80::1")],
        _ => [],
    });
}
