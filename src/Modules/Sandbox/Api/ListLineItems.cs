using Emporium.Sandbox.Objects;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Api;

/// <summary>The lines of a session, in the order in which they were given.</summary>
internal static class ListLineItems
{
    public static Shape Shape { get; } = Shape.Of(Verb.Paging);

    public static Answer Do(Call call)
    {
        var session = call.Books.Get<CheckoutSession>(call.Id, "session");
        var query = call.Query;
        var (after, before) = (At(session, query.StartingAfter), At(session, query.EndingBefore));
        var lines = before >= 0
            ? session.Lines.Take(before).Reverse().Take(query.Limit + 1).ToList()
            : [.. session.Lines.Skip(after + 1).Take(query.Limit + 1)];
        return call.ShowList($"/v1/checkout/sessions/{session.Id}/line_items", query, lines, (json, line) => json.Body(line.Write));
    }

    private static int At(CheckoutSession session, string? line) => line is null ? -1 : session.Lines.FindIndex(l => l.Id == line);
}
