using System.Text;
using Emporium.Accounts.Contracts;
using Emporium.Platform.Data;
using Emporium.Platform.Security;
using Emporium.Sales.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Licensing.Licenses;

/// <summary>The keys of one customer: whole for themselves, by their last characters for the desk.</summary>
internal sealed class CustomerLicenses(StoreDb db, Vault vault, IOrders orders) : ICustomerHistory
{
    private const int Most = 200;
    private const int Latest = 20;

    /// <param name="Key">Null where it was erased with its owner's data; it still validates.</param>
    public sealed record Held(License License, string Title, string? Key);

    /// <summary>Newest first, at most 200.</summary>
    public Task<List<License>> List(CustomerId customer, CancellationToken ct) => db.Set<License>().AsNoTracking()
        .Where(l => l.CustomerId == customer).OrderByDescending(l => l.IssuedAt).ThenBy(l => l.Id).Take(Most).ToListAsync(ct);

    /// <summary>The same with the keys themselves, for their owner's eyes.</summary>
    public async Task<IReadOnlyList<Held>> Open(CustomerId customer, CancellationToken ct)
    {
        var licenses = await List(customer, ct);
        var titles = licenses.Count == 0 ? [] : (await orders.Of(customer, ct)).SelectMany(o => o.Lines).ToDictionary(l => l.Id, l => l.Title);
        var held = new List<Held>(licenses.Count);
        foreach (var license in licenses)
            held.Add(new(license, titles.GetValueOrDefault(license.LineId, "License"), await vault.Open(customer.ToString(), license.SealedKey, ct) is { } key ? Encoding.ASCII.GetString(key) : null));
        return held;
    }

    public async Task<IReadOnlyList<CustomerMoment>> About(CustomerId customer, CancellationToken ct) =>
        [.. (await List(customer, ct)).Take(Latest).Select(l => new CustomerMoment(l.IssuedAt, $"Got the license key …{l.Hint}", Tone: "good", Href: $"/admin/orders/{l.OrderId}"))];
}
