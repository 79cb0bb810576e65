using System.Globalization;
using Emporium.Catalog.Desk;
using Microsoft.AspNetCore.Http;

namespace Emporium.Catalog.Drafting;

/// <summary>The editor as it was sent.</summary>
/// <param name="Edition">Of the product when it was opened.</param>
/// <param name="Draft">Version of the draft that it showed; 0 for none.</param>
public sealed record EditorForm(ProductFields.Typed Typed, int Edition, int Draft)
{
    internal static EditorForm Read(IFormCollection form) => new(ProductFields.Typed.Read(form), Number(form["edition"]), Number(form["draft"]));

    internal static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
