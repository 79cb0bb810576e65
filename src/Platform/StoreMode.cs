namespace Emporium.Platform;

/// <summary>Which book this store writes: test until live keys of a gateway are configured. Every page of a test store says so.</summary>
public sealed record StoreMode(Book Book)
{
    public bool IsTest => Book is Book.Test;
}
