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
}
