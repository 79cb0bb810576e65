namespace Emporium.Ui.Frames;

/// <summary>Slot at the foot of every page of the store. Those pages are shared by all visitors: what fills it says nothing personal and carries no token.</summary>
public sealed record StoreFoot
{
    public static StoreFoot Here { get; } = new();
}
