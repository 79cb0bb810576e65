using System.Collections.Concurrent;
using Emporium.Ui;

namespace Emporium.Host.Installing;

/// <summary>Draws the pictures of a sign, each once.</summary>
internal sealed class IconPress
{
    public const string Paper = "#f8f5ee";
    private const int Most = 64;
    private readonly ConcurrentDictionary<(MarkShape, string Ink, string Name), byte[]> drawn = [];

    /// <returns>Null for a name that is no picture.</returns>
    public byte[]? Draw(MarkShape shape, string ink, string name)
    {
        if (drawn.Count > Most) drawn.Clear();
        return name switch
        {
            "icon-192.png" => Picture(192, isBleeding: false),
            "icon-512.png" => Picture(512, isBleeding: false),
            "maskable-512.png" => Picture(512, isBleeding: true),
            "touch-180.png" => Picture(180, isBleeding: true),
            _ => null,
        };

        byte[] Picture(int size, bool isBleeding) => drawn.GetOrAdd((shape, ink, name), _ => MarkPng.Draw(shape, ink, Paper, size, isBleeding));
    }
}
