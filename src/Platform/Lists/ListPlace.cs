using System.Buffers.Text;
using System.Text;

namespace Emporium.Platform.Lists;

/// <summary>A row's place in a list as a cursor: its id and the value it is sorted by, in one opaque word.</summary>
internal static class ListPlace
{
    private const int IdLength = 32;
    private const int Longest = 2_000;

    public static string Write(Guid id, string sort) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{id:N}{sort}"));

    /// <exception cref="Refusal"><c>cursor.invalid</c>: the text was not made by us.</exception>
    public static (Guid Id, string Sort) Read(string place)
    {
        if (place.Length > Longest || !Base64Url.IsValid(place)) throw Foreign();
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(place));
        return text.Length >= IdLength && Guid.TryParseExact(text[..IdLength], "N", out var id) ? (id, text[IdLength..]) : throw Foreign();
    }

    public static Refusal Foreign() => Refusal.Invalid("cursor.invalid", "This cursor was not made by this list. Start again without one.", "cursor");
}
