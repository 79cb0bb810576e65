using Emporium.Accounts.Contracts;
using Emporium.Accounts.Visiting;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Http;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Erasing;

/// <summary>Asks for a copy of everything about a person; it is made behind the request. One a day is enough: asking again gives the one that is there.</summary>
internal sealed class RequestExport(StoreDb db, IEvents events, Vault vault, StoreMode mode, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    /// <param name="by"><c>customer</c>, or the id of one of the staff.</param>
    public async Task<DataExport> Handle(CustomerId customer, string by, CancellationToken ct)
    {
        var since = clock.Now - Fresh;
        if (await Of(customer).Where(e => e.AskedAt > since && e.AskedBy == by).FirstOrDefaultAsync(ct) is { } recent) return recent;
        var export = DataExport.Ask(DataExportId.New(clock), customer, mode.Book, by, clock.Now);
        db.Add(export);
        events.Raise(export, new CustomerExportRequested(customer, export.Id));
        await db.SaveChangesAsync(ct);
        return export;
    }

    /// <summary>The latest that has not expired; without its content.</summary>
    public Task<ExportState?> Latest(CustomerId customer, CancellationToken ct) =>
        Of(customer).AsNoTracking().Select(e => new ExportState(e.Id, e.AskedAt, e.ReadyAt, e.ExpiresAt, e.Size)).FirstOrDefaultAsync(ct);

    /// <summary>The ZIP.</summary>
    /// <exception cref="Refusal"><c>export.not_found</c>: another person's, expired, or not made yet.</exception>
    public async Task<byte[]> Open(DataExportId id, CustomerId customer, CancellationToken ct)
    {
        var export = await Of(customer).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.Content != null, ct) ?? throw Refusal.NotFound("export");
        return await vault.Open(export.Subject, export.Content!, ct) ?? throw Refusal.NotFound("export");
    }

    public static async Task<SeeOther> Endpoint(IFormCollection _, HttpContext http, SignedInCustomer signedIn, RequestExport request, CancellationToken ct)
    {
        await request.Handle((await signedIn.DemandLately(http, ct)).Id, "customer", ct);
        return SeeOther.To("/account/data");
    }

    public static async Task<IResult> Download(DataExportId id, HttpContext http, SignedInCustomer signedIn, RequestExport request, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(await request.Open(id, (await signedIn.DemandLately(http, ct)).Id, ct), "application/zip", "my-data.zip");
    }

    private IQueryable<DataExport> Of(CustomerId customer)
    {
        var now = clock.Now;
        return db.Set<DataExport>().Where(e => e.CustomerId == customer && e.ExpiresAt > now).OrderByDescending(e => e.AskedAt);
    }

    internal sealed record ExportState(DataExportId Id, DateTimeOffset AskedAt, DateTimeOffset? ReadyAt, DateTimeOffset ExpiresAt, long? Size);
}
