using System.Globalization;
using System.Text;

namespace Emporium.Ui;

/// <summary>The sign of a store as a drawing.</summary>
public static class MarkSvg
{
    /// <param name="ink">The ground's color, <c>#rrggbb</c>.</param>
    /// <param name="paper">The sign's color.</param>
    public static string Draw(MarkShape shape, string ink, string paper) => string.Create(CultureInfo.InvariantCulture,
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="{ink}"/><path fill="{paper}" fill-rule="evenodd" d="{PathOf(shape)}"/></svg>""");

    private static string PathOf(MarkShape shape)
    {
        var path = new StringBuilder();
        foreach (var outline in MarkOutline.Of(shape))
        {
            for (var i = 0; i < outline.Count; i++) path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{outline[i].X:0.##} {outline[i].Y:0.##}");
            path.Append('Z');
        }
        return path.ToString();
    }
}
