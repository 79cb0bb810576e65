namespace Emporium.Platform;

public enum Health
{
    Good,

    /// <summary>Works, but not as a merchant would want it.</summary>
    Poor,
    Broken,
}

/// <param name="Remedy">What to do about it; null where nothing is to be done.</param>
public sealed record Finding(Health Health, string What, string? Remedy = null)
{
    public static Finding Good(string what) => new(Health.Good, what);

    public static Finding Poor(string what, string remedy) => new(Health.Poor, what, remedy);

    public static Finding Broken(string what, string remedy) => new(Health.Broken, what, remedy);
}

/// <summary>Something that <c>doctor</c> looks at. Registered by whoever knows how to look.</summary>
public interface IDoctorCheck
{
    /// <summary>What is looked at: <c>database</c>, <c>mail</c>, <c>ledger</c>.</summary>
    string Subject { get; }

    /// <summary>Looks, changes nothing, and says what it sees; an exception is reported as broken.</summary>
    Task<IReadOnlyList<Finding>> Look(CancellationToken ct);
}
