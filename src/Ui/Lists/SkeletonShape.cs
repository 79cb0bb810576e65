namespace Emporium.Ui;

/// <summary>What is on its way.</summary>
public enum SkeletonShape
{
    /// <summary>Lines of a paragraph, the last one short.</summary>
    Text,

    /// <summary>Rows of a table.</summary>
    Rows,

    /// <summary>One large number.</summary>
    Figure,
}
