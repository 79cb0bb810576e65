using Emporium.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Platform.Lists.Views;

/// <summary>Keeps, gives and forgets saved views.</summary>
internal sealed class SavedViews(StoreDb db, TimeProvider clock)
{
    public const int LongestName = 60;
    private const int LongestQuery = 2_000;
    private const int Most = 40;

    /// <summary>A person's own and the shared ones of a list, oldest first.</summary>
    public async Task<IReadOnlyList<SavedView>> Of(string list, string who, CancellationToken ct) => await db.Set<SavedView>().AsNoTracking()
        .Where(v => v.List == list && (v.Owner == who || v.IsShared)).OrderBy(v => v.CreatedAt).ThenBy(v => v.Id).Take(Most * 2).ToListAsync(ct);

    /// <summary>A name that this person has used for the list before gets the new filters.</summary>
    /// <exception cref="Refusal"><c>view.name_required</c>, <c>view.too_many</c>, <c>view.query_too_long</c>.</exception>
    public async Task Save(string list, string who, string name, string query, bool isShared, CancellationToken ct)
    {
        if (name.Trim() is not { Length: > 0 and <= LongestName } called)
            throw Refusal.Invalid("view.name_required", $"Give the view a name of at most {LongestName} characters.", "name");
        if (query.Length > LongestQuery) throw Refusal.Invalid("view.query_too_long", "These filters are too long to be saved. Leave some out.");

        var own = await db.Set<SavedView>().Where(v => v.List == list && v.Owner == who).ToListAsync(ct);
        var view = own.Find(v => v.Name == called);
        if (view is null && own.Count >= Most) throw Refusal.Conflict("view.too_many", $"A list has room for {Most} views of yours. Delete one first.");
        if (view is null) db.Add(view = new SavedView { Id = SavedViewId.New(clock), List = list, Owner = who, Name = called, Query = query, CreatedAt = clock.Now });
        (view.Query, view.IsShared) = (query, isShared);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Only one's own.</summary>
    /// <exception cref="Refusal"><c>view.not_found</c>.</exception>
    public async Task Delete(SavedViewId id, string list, string who, CancellationToken ct)
    {
        var view = await db.Set<SavedView>().SingleOrDefaultAsync(v => v.Id == id && v.List == list && v.Owner == who, ct) ?? throw Refusal.NotFound("view");
        db.Remove(view);
        await db.SaveChangesAsync(ct);
    }
}
