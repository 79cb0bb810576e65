using Emporium.Torture.House;
using Emporium.Torture.Plans;

namespace Emporium.Torture.Buyers;

/// <summary>A buyer who asks for more downloads at once than the purchase allows.</summary>
internal sealed class Library(Visitor visitor, Town town, BuyerPlan plan)
{
    private static readonly TimeSpan Grant = TimeSpan.FromSeconds(30);

    public async Task Download(Bill bill)
    {
        var token = town.LibraryToken(bill);
        if (await FirstFile(token) is not var (entitlement, file)) return;

        var answers = await Task.WhenAll(Enumerable.Range(0, plan.Downloads).Select(i => visitor.Post(
            $"/api/v1/library/downloads?token={token}", new { entitlement, file }, $"torture-{town.Seed}-{plan.Number}-download-{i}")));
        foreach (var wrong in answers.Where(a => !a.IsOk && a.Code != "download.limit_reached"))
            town.Tally.Add(Wrong.Error, $"A download was answered {wrong.Status} {wrong.Code}.");

        string[] links = [.. answers.Where(a => a.IsOk).Select(a => a.Json.GetProperty("url").GetString()!).Distinct()];
        if (links.Length > Shelf.DownloadLimit) town.Tally.Add(Wrong.Overredeemed, $"{bill.Order}: {links.Length} downloads were given where {Shelf.DownloadLimit} are allowed.");
        if (links is [var link, ..] && await visitor.Get(link) is { IsOk: false } kept) town.Tally.Add(Wrong.Error, $"A download's link was answered {kept.Status} {kept.Code}.");
    }

    /// <summary>Null when the library stays empty; the proof at the end says whether that is wrong.</summary>
    private async Task<(string Entitlement, string File)?> FirstFile(string token)
    {
        (string, string)? found = null;
        await Patience.Try(Grant, async () =>
        {
            var shelf = await visitor.Get($"/api/v1/library?token={token}");
            if (!shelf.IsOk || shelf.Json.GetProperty("items").EnumerateArray().FirstOrDefault() is not { ValueKind: System.Text.Json.JsonValueKind.Object } item) return false;
            found = (item.GetProperty("entitlement").GetString()!, item.GetProperty("files")[0].GetProperty("id").GetString()!);
            return true;
        });
        return found;
    }
}
