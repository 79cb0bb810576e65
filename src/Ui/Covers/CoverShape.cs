namespace Emporium.Ui;

/// <summary>The proportions of a cover. Works of one kind share one, so that a shelf shows at a glance what stands on it.</summary>
public enum CoverShape
{
    /// <summary>2:3, the paperback.</summary>
    Portrait,

    /// <summary>4:5, the manual.</summary>
    Tall,

    /// <summary>1:1, the record sleeve.</summary>
    Square,

    /// <summary>4:3, the screen.</summary>
    Landscape,
}
