namespace Emporium.Catalog.Contracts;

/// <summary>How much the files of all products take.</summary>
public interface IStoredSize
{
    /// <summary>Current files, as products name them: one that two products share counts twice.</summary>
    Task<StoredSize> Sum(CancellationToken ct);
}

public sealed record StoredSize(int Count, long Bytes);
