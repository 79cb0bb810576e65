using Emporium.Messaging.Endpoints;
using Emporium.Platform;
using Emporium.Platform.Mail;
using Emporium.Platform.Settings;

namespace Emporium.Messaging.Sending;

/// <summary>Writes to the owners that an endpoint was switched off; to the store's own address while it has no owner.</summary>
internal sealed class OwnerPost(IMail mail, LetterPress press, IOwnerAddresses owners, ISettings settings, StoreAddress address)
{
    public async Task Write(WebhookEndpoint endpoint, DisabledBy reason, Answer last, CancellationToken ct)
    {
        var store = await settings.Get<StoreProfile>(ct);
        var letter = new DisabledLetter(endpoint.Url, reason, last.Words, store.Name, address.To($"/admin/settings/webhooks/{endpoint.Id}"));
        var html = await press.Set<DisabledPaper>(new Dictionary<string, object?>
        {
            [nameof(DisabledPaper.Title)] = letter.Title, [nameof(DisabledPaper.Why)] = letter.Why, [nameof(DisabledPaper.Url)] = letter.Url, [nameof(DisabledPaper.LastAnswer)] = letter.LastAnswer,
            [nameof(DisabledPaper.Link)] = letter.Link, [nameof(DisabledPaper.Store)] = store.Name, [nameof(DisabledPaper.SupportEmail)] = store.SupportEmail,
        });
        IReadOnlyList<string> readers = await owners.List(ct) is { Count: > 0 } known ? known : [store.SupportEmail];
        foreach (var to in readers)
            await mail.Post(new Letter("webhook.disabled", endpoint.Id.ToString(), $"webhook.disabled:{endpoint.Id}:{endpoint.DisabledAt:O}:{to}", to, letter.Title, html, letter.Text), ct);
    }
}
