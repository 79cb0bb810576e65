using Emporium.Platform.Data;

namespace Emporium.Platform.Settings;

/// <summary>Saves a record of settings that was checked, unless somebody else changed it since it was opened.</summary>
public sealed class ChangeSettings(StoreDb db, ISettings settings)
{
    /// <returns>With the version that the next change has to name.</returns>
    /// <exception cref="Refusal"><c>settings.changed</c>.</exception>
    public async Task<Versioned<T>> Handle<T>(Versioned<T> edited, CancellationToken ct) where T : class, new()
    {
        await settings.Set(edited, ct);
        await db.SaveChangesAsync(ct);
        return edited with { Version = edited.Version + 1 };
    }
}
