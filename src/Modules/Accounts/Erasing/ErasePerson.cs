using Emporium.Accounts.Contracts;
using Emporium.Accounts.Letters;
using Emporium.Platform.Data;
using Emporium.Platform.Events;
using Emporium.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Erasing;

/// <summary>
/// Forgets a person in every module, in one transaction. Accounts comes last: the others find the person by what it knows. Where a module
/// says that something still moves, nothing is erased, and it is tried again the next day.
/// </summary>
internal sealed class ErasePerson(StoreDb db, ICustomers customers, IEnumerable<IPersonalData> modules, LetterDesk letters, IEvents events, TimeProvider clock)
{
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    public async Task Handle(ErasureId id, CancellationToken ct)
    {
        var erasure = await db.Set<Erasure>().SingleAsync(e => e.Id == id, ct);
        if (erasure.Status is not ErasureStatus.Scheduled) return;
        if (await customers.Find(erasure.CustomerId, ct) is not { } customer) erasure.Complete([], clock.Now);
        else if (await Obstacle(customer.Email, ct) is { } obstacle) erasure.Postpone(obstacle, clock.Now + Again);
        else
        {
            await db.Transact(() => Erase(erasure, customer, ct), ct);
            return;
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task<string?> Obstacle(string email, CancellationToken ct)
    {
        foreach (var module in modules)
            if (await module.Obstacle(email, ct) is { } obstacle) return obstacle;
        return null;
    }

    private async Task Erase(Erasure erasure, Customer customer, CancellationToken ct)
    {
        var order = modules.OrderBy(m => m is AccountsPersonalRecords).ToList();
        foreach (var module in order) await module.Erase(customer.Email, ct);
        erasure.Complete(order.Select(m => m.Module), clock.Now);
        events.Raise(erasure, new CustomerErased(erasure.CustomerId, erasure.Id));
        await Goodbye(erasure, customer.Email, ct);
        await db.SaveChangesAsync(ct);
    }

    // Sealed under the erasure, whose key is shredded once the letter has had time to leave.
    private async Task Goodbye(Erasure erasure, string email, CancellationToken ct) =>
        await letters.Post("account.erased", erasure.Subject, $"account.erased:{erasure.Id}", email, new PlainLetter(
            $"Your account at {await letters.Store(ct)} is deleted",
            ["What was personal is erased. What tax law makes us keep of your orders holds no name and no address any more.", "This is the last letter; this address is forgotten with it."]), ct);
}
