namespace Emporium.Ui;

/// <summary>How a tone is called in CSS and drawn as an icon.</summary>
internal static class Tones
{
    public static string Class(this Tone tone) => tone switch
    {
        Tone.Accent => "tone-accent",
        Tone.Info => "tone-info",
        Tone.Success => "tone-success",
        Tone.Warning => "tone-warning",
        Tone.Danger => "tone-danger",
        _ => "tone-neutral",
    };

    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Success => "check-circle",
        Tone.Warning => "alert",
        Tone.Danger => "x-circle",
        _ => "info",
    };
}
