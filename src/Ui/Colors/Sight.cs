namespace Emporium.Ui;

/// <summary>How a color looks to eyes that miss one kind of cone: Machado, Oliveira and Fernandes (2009), severity 1, in linear light.</summary>
internal static class Sight
{
    /// <summary>Each kind by its name: ordinary, without red, without green, without blue.</summary>
    public static IReadOnlyList<(string Name, Func<Oklch, Oklch> Sees)> All { get; } =
    [
        ("ordinary sight", color => color),
        ("protanopia", color => Seen(color, 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998)),
        ("deuteranopia", color => Seen(color, 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881)),
        ("tritanopia", color => Seen(color, 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900)),
    ];

    private static Oklch Seen(Oklch color, params ReadOnlySpan<double> m)
    {
        var (red, green, blue) = (color.Linear.Shown.Red, color.Linear.Shown.Green, color.Linear.Shown.Blue);
        return Oklch.FromLinear(new LinearRgb(
            Math.Clamp((m[0] * red) + (m[1] * green) + (m[2] * blue), 0, 1),
            Math.Clamp((m[3] * red) + (m[4] * green) + (m[5] * blue), 0, 1),
            Math.Clamp((m[6] * red) + (m[7] * green) + (m[8] * blue), 0, 1)));
    }
}
