using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Platform.Settings;

/// <summary>Settings as encrypted JSON, one row a record, remembered per stamp.</summary>
internal sealed class StoredSettings(StoreDb db, SettingsMemory memory, IServiceScopeFactory scopes, MasterKey master, IFreshness freshness, TimeProvider clock) : ISettings
{
    private const string Tag = "settings";

    public async ValueTask<T> Get<T>(CancellationToken ct) where T : class, new()
    {
        var key = (KeyOf<T>(), freshness.Of(Tag));
        if (memory.Known.TryGetValue(key, out var known)) return (T)known;

        var value = (await Read<T>(ct)).Value;
        if (memory.Known.Count > 1_000) memory.Known.Clear();
        memory.Known[key] = value;
        return value;
    }

    public async Task<Versioned<T>> Read<T>(CancellationToken ct) where T : class, new()
    {
        // In a scope of its own: a page's frame asks while the page itself still reads, and a context takes one question at a time.
        await using var scope = scopes.CreateAsyncScope();
        var key = KeyOf<T>();
        var row = await scope.ServiceProvider.GetRequiredService<StoreDb>().Set<Setting>().AsNoTracking().SingleOrDefaultAsync(s => s.Key == key, ct);
        return row is null ? new(new T(), 0) : new(JsonSerializer.Deserialize<T>(MasterKey.Decrypt(master.Derive(Tag), row.Value), Json.Options)!, row.Version);
    }

    public Task Set<T>(T value, CancellationToken ct) where T : class, new() => Write(value, null, ct);

    public Task Set<T>(Versioned<T> edited, CancellationToken ct) where T : class, new() => Write(edited.Value, edited.Version, ct);

    private async Task Write<T>(T value, int? seen, CancellationToken ct)
    {
        var key = KeyOf<T>();
        var row = await db.Set<Setting>().SingleOrDefaultAsync(s => s.Key == key, ct);
        if (seen is { } version && version != (row?.Version ?? 0))
            throw Refusal.Conflict("settings.changed", "Somebody else changed these settings while you did. Open them again in another tab, compare, and repeat what is still missing.");

        var bytes = MasterKey.Encrypt(master.Derive(Tag), JsonSerializer.SerializeToUtf8Bytes(value, Json.Options));
        if (row is null) db.Add(row = new Setting { Key = key, Value = bytes });
        (row.Value, row.ChangedAt) = (bytes, clock.Now);
        row.Version++;
        await freshness.Raise(db, Tag, ct);
    }

    private static string KeyOf<T>() => typeof(T).GetCustomAttribute<SettingsAttribute>()?.Key ?? throw new InvalidOperationException($"{typeof(T)} needs a [Settings] key.");
}

/// <summary>What was read already, by key and stamp.</summary>
internal sealed class SettingsMemory
{
    public ConcurrentDictionary<(string Key, string Stamp), object> Known { get; } = [];
}

internal sealed class Setting
{
    public required string Key { get; init; }

    public required byte[] Value { get; set; }

    /// <summary>Two people who edit the same settings do not overwrite each other unseen.</summary>
    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

internal sealed class SettingTable : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("platform_settings");
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}
