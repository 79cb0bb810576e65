namespace Emporium.Ui;

/// <summary>The signs a store can stand under until it has one of its own.</summary>
public enum MarkShape
{
    /// <summary>The door of a shop.</summary>
    Arch,

    /// <summary>An open book.</summary>
    Book,

    /// <summary>A ring around a disc.</summary>
    Rings,

    /// <summary>Three steps up.</summary>
    Steps,

    /// <summary>A leaf.</summary>
    Leaf,
}
