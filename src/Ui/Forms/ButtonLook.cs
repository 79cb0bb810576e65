namespace Emporium.Ui;

/// <summary>How much a button asks for attention. A page has one primary action.</summary>
public enum ButtonLook
{
    Primary,
    Quiet,
    Danger,
}
