using Emporium.Ledger.Contracts;
using Emporium.Platform;
using Emporium.Platform.Lists;
using Emporium.Platform.Lists.Export;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Ledger.Journal;

/// <summary>The books as files, for whoever keeps the accounts: the journal with a row for each line, and the trial balance.</summary>
internal static class LedgerFiles
{
    private const int Batch = 500;

    private sealed record Line(LedgerEntry Entry, int Number, JournalLine Booked);

    private static readonly ListColumns<Line> Journal = new ListColumns<Line>()
        .InFile("entry", line => line.Entry.Id)
        .InFile("kind", line => line.Entry.Kind)
        .InFile("reference", line => line.Entry.Reference)
        .InFile("at", line => line.Entry.At)
        .InFile("posted_at", line => line.Entry.PostedAt)
        .InFile("line", line => line.Number)
        .InFile("account", line => line.Booked.Account.Code)
        .InFile("owner", line => line.Booked.Account.Owner)
        .InFile("amount", line => line.Booked.Amount);

    private static readonly ListColumns<TrialBalanceLine> Balances = new ListColumns<TrialBalanceLine>()
        .InFile("account", line => line.Code)
        .InFile("debits", line => line.Debits)
        .InFile("credits", line => line.Credits)
        .InFile("balance", line => line.Debits - line.Credits);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapListFile("/admin/ledger", LedgerModule.Read, Journal, Lines);
        routes.MapListFile("/admin/ledger/balances", LedgerModule.Read, Balances, http => http.RequestServices.GetRequiredService<ILedger>().TrialBalance(BookOf(http), http.RequestAborted));
    }

    private static async IAsyncEnumerable<Line> Lines(HttpContext http)
    {
        var (journal, reference) = (http.RequestServices.GetRequiredService<ReadJournal>(), (string?)http.Request.Query["reference"]);
        await foreach (var entry in Page<LedgerEntry>.Through(after => journal.Run(BookOf(http), reference, after, Batch, http.RequestAborted)))
            foreach (var line in entry.Lines.OrderBy(l => l.Position)) yield return new Line(entry, line.Position + 1, line.Show());
    }

    private static Book BookOf(HttpContext http) => http.RequestServices.GetRequiredService<StoreMode>().Book;
}
