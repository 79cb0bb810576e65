namespace Emporium.Host.DemoStore.Bookbinding.Pdf;

/// <summary>An A5 page and where the text stands on it, in points. The margins are equal, because most readers see one page at a time.</summary>
internal static class Sheet
{
    public const double Width = 419.53;
    public const double Height = 595.28;
    public const double Left = 57;
    public const double Right = Width - 57;
    public const double Measure = Right - Left;
    public const double Top = 66;
    public const double Bottom = Height - 62;
    public const double HeadLine = 42;
    public const double FootLine = Height - 34;
    public const double Leading = 14.8;
}
