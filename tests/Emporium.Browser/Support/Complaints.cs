namespace Emporium.Browser.Support;

/// <summary>What the browser complains about during a visit: errors of scripts, breaches of the content security policy, things that did not load.</summary>
internal sealed class Complaints
{
    private readonly List<IConsoleMessage> messages = [];
    private readonly List<string> failures = [];
    private readonly HashSet<string> documents = [];

    public Complaints(IPage page)
    {
        page.Console += (_, message) => messages.Add(message);
        page.PageError += (_, error) => failures.Add(error);
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest) documents.Add(response.Url);
        };
    }

    /// <summary>A page that is answered with 404 or 422 is no complaint: the journey judges it itself.</summary>
    public IEnumerable<string> All => failures.Concat(messages.Where(m => m.Type is "error" && !IsDocument(m)).Select(m => $"{m.Text} ({m.Location})"));

    private bool IsDocument(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && documents.Any(d => message.Location.StartsWith(d, StringComparison.Ordinal));
}
