using Emporium.Accounts.Contracts;
using Emporium.Accounts.Letters;
using Emporium.Accounts.Links;
using Emporium.Accounts.Visiting;
using Emporium.Platform;
using Emporium.Platform.Data;
using Emporium.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Emporium.Accounts.Erasing;

/// <summary>Plans to forget a person: asked for on their account, confirmed by a link from their mailbox, done after some days in which it can be undone.</summary>
internal sealed class ScheduleErasure(StoreDb db, LinkDesk links, LetterDesk letters, ICustomers customers, StoreAddress address, StoreMode mode, TimeProvider clock)
{
    public const string Word = "delete";
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <summary>Sends the link that confirms it.</summary>
    /// <exception cref="Refusal"><c>erasure.word_missing</c>, <c>customer.letters_too_many</c>.</exception>
    public async Task Ask(Customer customer, string? word, Asker asker, CancellationToken ct)
    {
        if (!string.Equals(word?.Trim(), Word, StringComparison.OrdinalIgnoreCase)) throw Refusal.Invalid("erasure.word_missing", $"Type the word {Word}, so that this does not happen by accident.", "word");
        if (await links.Write(customer.Id, LinkPurpose.Erase, asker, null, ct) is not var (link, url))
            throw Refusal.Conflict("customer.letters_too_many", "You asked for several letters within the hour. Look among those that came, or wait a little.", "word");
        await letters.Post("account.erase", customer.Id.ToString(), $"account.erase:{link.Id[..16]}", customer.Email, new PlainLetter(
            $"Delete your account at {await letters.Store(ct)}?",
            ["You asked to be forgotten: your account, your library and your keys go for good, your name and address leave your orders.", $"Confirm it with this link. Then it happens in {Grace.TotalDays:0} days, and until then you can undo it."],
            new("Confirm", url),
            ["The link works once, for a day. If it was not you, do not follow it, and end the sessions you do not know in your account."]), ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Part of the transaction that uses the link up.</summary>
    public async Task<(string Path, string? Session)> Confirm(Link link, CancellationToken ct)
    {
        await Plan(link.CustomerId, "customer", ct);
        return ("/account/data/planned", null);
    }

    /// <summary>Part of the caller's unit of work. One that is planned already stays as it is.</summary>
    /// <exception cref="Refusal"><c>customer.not_found</c>.</exception>
    public async Task<Erasure> Plan(CustomerId id, string by, CancellationToken ct)
    {
        var customer = await customers.Find(id, ct) ?? throw Refusal.NotFound("customer");
        if (await Planned(id, ct) is { } known) return known;

        var erasure = Erasure.Schedule(ErasureId.New(clock), id, mode.Book, by, clock.Now, Grace);
        db.Add(erasure);
        await letters.Post("account.erasure_planned", id.ToString(), $"account.erasure_planned:{erasure.Id}", customer.Email, new PlainLetter(
            $"Your account at {await letters.Store(ct)} will be deleted",
            [$"In {Grace.TotalDays:0} days everything that is personal is erased, and what you bought cannot be opened any more. Download what you want to keep before.", "Tax law makes the store keep what was sold and for how much; your name and address are taken out of it."],
            new("Open your account to undo it", address.To("/account/data"))), ct);
        return erasure;
    }

    public async Task Cancel(CustomerId id, CancellationToken ct)
    {
        if (await Planned(id, ct) is { } planned) planned.Cancel(clock.Now);
        await db.SaveChangesAsync(ct);
    }

    public Task<Erasure?> Planned(CustomerId id, CancellationToken ct) =>
        db.Set<Erasure>().SingleOrDefaultAsync(e => e.CustomerId == id && e.Status == ErasureStatus.Scheduled, ct);

    public static async Task<IResult> AskEndpoint([FromForm] string? word, HttpContext http, SignedInCustomer signedIn, AskingBrowser browser, ScheduleErasure schedule, CancellationToken ct)
    {
        try
        {
            await schedule.Ask(await signedIn.Demand(http), word, new Asker(browser.Mark(http), http.Request.Headers.UserAgent.ToString()), ct);
            return SeeOther.To("/account/data?done=asked");
        }
        catch (Refusal refused)
        {
            return new RazorComponentResult<DataPage>(new { Refused = refused }) { StatusCode = RefusalStatus.Of(refused.Kind) };
        }
    }

    public static async Task<SeeOther> CancelEndpoint(IFormCollection _, HttpContext http, SignedInCustomer signedIn, ScheduleErasure schedule, CancellationToken ct)
    {
        await schedule.Cancel((await signedIn.Demand(http)).Id, ct);
        return SeeOther.To("/account/data?done=undone");
    }
}
