namespace Emporium.Ui;

/// <summary>What a color says. It is never the only thing that says it.</summary>
public enum Tone
{
    Neutral,
    Accent,
    Info,
    Success,
    Warning,
    Danger,
}
