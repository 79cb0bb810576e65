namespace Emporium.Ui;

/// <summary>Inks that a printer would put on one sheet. Plain sRGB, because a cover must look the same in a file and on paper.</summary>
/// <param name="Ground">The stock.</param>
/// <param name="Text">Legible on the ground, at least 4.5:1.</param>
/// <param name="Inks">For the drawing, the strongest first.</param>
internal sealed record CoverPalette(string Ground, string Text, IReadOnlyList<string> Inks)
{
    public static IReadOnlyList<CoverPalette> All { get; } =
    [
        new("#F2EADB", "#1A2136", ["#D8452A", "#1F4BB8", "#E9B230"]),
        new("#1C2842", "#F4ECDD", ["#F06A3A", "#F2C14E", "#8DB4DA"]),
        new("#EA5B33", "#1B1512", ["#FBEBD3", "#1F2A4A", "#8C1F17"]),
        new("#0F554A", "#F5EDDE", ["#F0B429", "#EE7F5D", "#9CCAB6"]),
        new("#F3B735", "#1D1A17", ["#1F3FA6", "#D43F28", "#FFF4D9"]),
        new("#2344BE", "#FCF5E8", ["#F4B6A4", "#F6D551", "#0C1A55"]),
        new("#F2C9BC", "#2B1A2C", ["#B62C3C", "#25405F", "#FBF1E4"]),
        new("#17191F", "#F4EFE6", ["#E55230", "#E7DECD", "#6F7F8F"]),
        new("#C7D8D1", "#152526", ["#1C5862", "#E3643A", "#F7F2E6"]),
        new("#741D29", "#FAEEE1", ["#F2A65A", "#EAD6C3", "#2F0F1A"]),
        new("#E9E4D8", "#1C1B1A", ["#1C1B1A", "#C43D24", "#A79F8E"]),
        new("#D9E1EE", "#14213F", ["#2A4FD0", "#14213F", "#F08A63"]),
    ];
}
