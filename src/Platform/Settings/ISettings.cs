namespace Emporium.Platform.Settings;

/// <summary>Marks a record of settings that the merchant edits while the store runs. Its properties have defaults that make sense.</summary>
/// <param name="key">Stable, <c>module.topic</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SettingsAttribute(string key) : Attribute
{
    public string Key => key;
}

/// <summary>What the merchant decides while the store runs; what the operator decides at start is configuration.</summary>
public interface ISettings
{
    /// <summary>The stored record, or its defaults. Read from memory; another node's change is seen within a second.</summary>
    ValueTask<T> Get<T>(CancellationToken ct) where T : class, new();

    /// <summary>Adds the change to the current unit of work. The stored form is encrypted.</summary>
    Task Set<T>(T value, CancellationToken ct) where T : class, new();

    /// <summary>The record as it is stored now, with its version: what a form shows, and gives back when it is sent.</summary>
    Task<Versioned<T>> Read<T>(CancellationToken ct) where T : class, new();

    /// <summary>As <see cref="Set{T}(T, CancellationToken)"/>, unless somebody changed the record since this version was read.</summary>
    /// <exception cref="Refusal"><c>settings.changed</c>.</exception>
    Task Set<T>(Versioned<T> edited, CancellationToken ct) where T : class, new();
}

/// <summary>A record of settings and how often it was changed; 0 where nobody changed it yet.</summary>
public sealed record Versioned<T>(T Value, int Version) where T : class;
