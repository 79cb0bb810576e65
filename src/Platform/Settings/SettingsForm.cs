using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Emporium.Platform.Settings;

/// <summary>What the forms of the settings' rooms have in common.</summary>
public static class SettingsForm
{
    /// <summary>The hidden field that holds the version which was edited.</summary>
    public const string VersionField = "version";

    /// <summary>The version that the form was drawn with; without one, none that is stored.</summary>
    public static int Version(IFormCollection form) => int.TryParse(form[VersionField], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    /// <summary>What was typed into a field, without spaces around it.</summary>
    /// <exception cref="Refusal"><c>settings.text_too_long</c>.</exception>
    public static string Line(string? typed, string field, int longest)
    {
        var text = typed?.ReplaceLineEndings("\n").Trim() ?? "";
        return text.Length <= longest ? text : throw Refusal.Invalid("settings.text_too_long", $"Write at most {longest.ToString("N0", CultureInfo.InvariantCulture)} characters.", field);
    }
}
