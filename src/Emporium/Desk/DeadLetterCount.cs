using Emporium.Platform.Events;
using Emporium.Platform.Pages;

namespace Emporium.Host.Desk;

/// <summary>How many dead letters wait for somebody's decision. There should be none, so reading them costs one look into an index.</summary>
internal sealed class DeadLetterCount(IDeadLetters letters) : IMenuCount
{
    private const int Most = 100;

    public string Href => "/admin/dead-letters";

    public async Task<int> Count(CancellationToken ct) => (await letters.List(null, Most, ct)).Items.Count;
}
