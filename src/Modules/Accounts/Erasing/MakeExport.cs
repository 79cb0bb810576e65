using Emporium.Accounts.Contracts;
using Emporium.Accounts.Letters;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Erasing;

/// <summary>Asks every module what it knows, makes one ZIP of it, and tells the person where it is. The letter holds no key to it: it opens in their account.</summary>
internal sealed class MakeExport(StoreDb db, ICustomers customers, IEnumerable<IPersonalData> modules, LetterDesk letters, Vault vault, StoreAddress store, TimeProvider clock) : IReactTo<CustomerExportRequested>
{
    public async Task React(CustomerExportRequested fact, Occurrence at, CancellationToken ct)
    {
        var export = await db.Set<DataExport>().SingleOrDefaultAsync(e => e.Id == fact.Export, ct);
        if (export is null or { ReadyAt: not null } || await customers.Find(fact.Customer, ct) is not { } customer) return;

        var zip = ExportBook.Bind(await letters.Store(ct), customer.Email, clock.Now, await Ask(customer.Email, ct));
        export.Finish(await vault.Seal(export.Subject, zip, ct), zip.Length, clock.Now);
        if (export.AskedBy is "customer") await Tell(export, customer, ct);
    }

    private async Task<IReadOnlyList<(string Module, object Data)>> Ask(string email, CancellationToken ct)
    {
        var known = new List<(string, object)>();
        foreach (var module in modules)
            if (await module.Export(email, ct) is { } data) known.Add((module.Module, data));
        return known;
    }

    private async Task Tell(DataExport export, Customer customer, CancellationToken ct) =>
        await letters.Post("account.export_ready", customer.Id.ToString(), $"account.export_ready:{export.Id}", customer.Email, new PlainLetter(
            "Your data is ready",
            [$"Everything that {await letters.Store(ct)} knows of you, in one file. It can be fetched for {DataExport.Kept.TotalDays:0} days."],
            new("Fetch it in your account", store.To("/account/data"))), ct);
}
