namespace Emporium.Browser.Support;

/// <summary>One person's way through the store: a browser window of their own, in which every page is judged when it is looked at.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly string? Shots = Environment.GetEnvironmentVariable("BROWSER_SHOTS") is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;

    private readonly IBrowserContext context;
    private readonly bool hasScripts;
    private readonly Complaints complaints;

    private Visit(IBrowserContext context, IPage page, bool hasScripts) => (this.context, Page, this.hasScripts, complaints) = (context, page, hasScripts, new(page));

    public IPage Page { get; }

    public static async Task<Visit> Begin(IBrowserContext context, bool hasScripts) => new(context, await context.NewPageAsync(), hasScripts);

    /// <summary>Goes to a path of the store.</summary>
    /// <returns>The status of the answer.</returns>
    public async Task<int> Open(string path) => (await Page.GotoAsync(path))!.Status;

    public Task Click(string button) => Button(button).ClickAsync();

    public Task Follow(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name }).First;

    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    public async Task Fill(string label, string value) => await Page.GetByLabel(label).First.FillAsync(value);

    public Task Sees(string text) => Assertions.Expect(Page.GetByText(text).First).ToBeVisibleAsync(new() { Timeout = 20_000 });

    public Task SeesHeading(string text) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = text }).First).ToBeVisibleAsync(new() { Timeout = 20_000 });

    /// <summary>Takes the page's content out of its sandbox, in which no script could judge it.</summary>
    public async Task TakeOut()
    {
        var content = await Page.ContentAsync();
        await Page.GotoAsync("about:blank");
        await Page.SetContentAsync(content);
    }

    /// <summary>Judges the page as it stands: it fits a phone, is accessible in light and in dark, and nothing broke on the way to it.</summary>
    /// <param name="name">Of its pictures, which are kept when BROWSER_SHOTS names a folder.</param>
    public async Task Look(string name)
    {
        foreach (var scheme in Screen.Schemes)
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Phone(name, scheme);
            await Desktop(name, scheme);
        }
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Assert.True(!complaints.All.Any(), $"{name}: the browser complained. {string.Join('\n', complaints.All)}");
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private async Task Phone(string name, ColorScheme scheme)
    {
        await Page.SetViewportSizeAsync(Screen.Phone, Screen.Height);
        var width = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(width <= Screen.Phone, $"{name}: a phone has to scroll sideways, the page is {width} px wide.");
        await Keep(name, Screen.Phone, scheme);
    }

    private async Task Desktop(string name, ColorScheme scheme)
    {
        await Page.SetViewportSizeAsync(Screen.Desktop, Screen.Height);
        if (hasScripts) Assert.True(await Axe.Violations(Page) is [], $"{name}, {scheme}: {string.Join('\n', await Axe.Violations(Page))}");
        await Keep(name, Screen.Desktop, scheme);
    }

    private async Task Keep(string name, int width, ColorScheme scheme)
    {
        if (Shots is null) return;
        var suffix = hasScripts ? "" : "-no-scripts";
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"{name}{suffix}-{width}-{scheme.ToString().ToLowerInvariant()}.png"), FullPage = true });
    }
}
