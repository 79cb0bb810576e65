namespace Emporium.Platform.Pages;

/// <summary>Slot on the desk's first page, over the day's figures: what a person should see before anything else.</summary>
public sealed record DeskHome
{
    private DeskHome() { }

    public static DeskHome Slot { get; } = new();
}
