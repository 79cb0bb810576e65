using System.Collections.Concurrent;
using Emporium.Legal.Contracts;
using Emporium.Legal.Writing;
using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Legal.Texts;

/// <summary>
/// The texts in force. What they say follows from the settings, the products and the program itself, so nobody can name the moment
/// at which one changes: whoever asks first after a change finds other words than the last version holds, and writes down a new one.
/// </summary>
internal sealed class LegalShelf(IServiceScopeFactory scopes, IFreshness freshness, TimeProvider clock)
{
    private static readonly string[] Stamps = ["settings", "catalog"];
    private readonly ConcurrentDictionary<LegalPage, (string Stamp, KeptText Text)> known = [];

    public async ValueTask<KeptText> Current(LegalPage page, CancellationToken ct)
    {
        var stamp = string.Join('\n', Stamps.Select(freshness.Of));
        if (known.TryGetValue(page, out var remembered) && remembered.Stamp == stamp) return remembered.Text;

        var text = await Find(page, ct);
        known[page] = (stamp, text);
        return text;
    }

    // A scope of its own: the question comes from pages and handlers whose own unit of work it is no part of.
    private async Task<KeptText> Find(LegalPage page, CancellationToken ct)
    {
        try
        {
            return await WriteDown(page, ct);
        }
        catch (Exception race) when (DbErrors.IsLostRace(race))
        {
            return await WriteDown(page, ct);
        }
    }

    private async Task<KeptText> WriteDown(LegalPage page, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, writer) = (scope.ServiceProvider.GetRequiredService<StoreDb>(), scope.ServiceProvider.GetRequiredService<LegalWriter>());
        var (markdown, isOwn) = await writer.Write(page, ct);
        var last = await db.Set<KeptText>().AsNoTracking().Where(t => t.Page == page).OrderByDescending(t => t.Version).FirstOrDefaultAsync(ct);
        if (last?.Says(markdown) is true) return last;

        var text = KeptText.After(last, page, markdown, isOwn, clock);
        db.Add(text);
        await db.SaveChangesAsync(ct);
        return text;
    }
}
