using System.Globalization;
using System.Runtime.CompilerServices;
using Emporium.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Consents;

/// <summary>Who was asked, who agreed and who left, the newest first; and the same as a file, with the proof of each.</summary>
internal sealed class SubscriberList(StoreDb db)
{
    public const int Limit = 50;

    public static ConsentStatus? StatusOf(string? text) => Enum.TryParse<ConsentStatus>(text, ignoreCase: true, out var status) ? status : null;

    public async Task<Page<Consent>> Find(ConsentStatus? status, Cursor? after, int limit, CancellationToken ct)
    {
        var consents = db.Set<Consent>().AsNoTracking();
        if (status is { } wanted) consents = consents.Where(c => c.Status == wanted);
        if (after is not null)
        {
            var (moment, id) = (after.Moment, Emporium.Accounts.Contracts.ConsentId.From(after.Id));
            consents = consents.Where(c => c.AskedAt < moment || (c.AskedAt == moment && c.Id < id));
        }
        var rows = await consents.OrderByDescending(c => c.AskedAt).ThenByDescending(c => c.Id).Take(limit + 1).ToListAsync(ct);
        return Page<Consent>.Of(rows, limit, c => Cursor.At(c.AskedAt, c.Id.Value));
    }

    /// <summary>Streams the list as CSV.</summary>
    public static async Task Csv(HttpContext http, SubscriberList list, CancellationToken ct, string? status = null)
    {
        (http.Response.ContentType, http.Response.Headers.ContentDisposition, http.Response.Headers.CacheControl) = ("text/csv; charset=utf-8", "attachment; filename=subscribers.csv", "no-store");
        await using var text = new StreamWriter(http.Response.Body);
        await text.WriteLineAsync("email,status,asked_at,confirmed_at,ended_at,ended_by,page,wording_version,wording");
        await foreach (var consent in list.All(StatusOf(status), ct)) await text.WriteLineAsync(LineOf(consent));
    }

    private static string LineOf(Consent c) => string.Join(',', ((string?[])[
        c.Email, $"{c.Status}", Text(c.AskedAt), Text(c.ConfirmedAt), Text(c.EndedAt), c.EndedBy, c.Page, c.WordingVersion.ToString(CultureInfo.InvariantCulture), c.Wording]).Select(Field));

    private async IAsyncEnumerable<Consent> All(ConsentStatus? status, [EnumeratorCancellation] CancellationToken ct)
    {
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await Find(status, Cursor.Parse(cursor), 500, ct);
            foreach (var consent in page.Items) yield return consent;
            cursor = page.NextCursor;
        }
    }

    private static string? Text(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // RFC 4180. A spreadsheet runs what begins like a formula (OWASP, CSV Injection), and an address may begin so.
    private static string Field(string? text) => $"\"{(text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" : "")}{text?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
