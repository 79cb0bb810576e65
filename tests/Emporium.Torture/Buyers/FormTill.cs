using Emporium.Torture.Plans;

namespace Emporium.Torture.Buyers;

/// <summary>A person at a browser who loses patience: the same checkout form, many times at once.</summary>
internal sealed class FormTill(Visitor visitor, Town town, BuyerPlan plan, string email)
{
    private const int Tries = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <returns>The bank's page; null where the store gave none.</returns>
    public async Task<string?> Submit(IReadOnlyList<string> products)
    {
        foreach (var product in products)
            await visitor.Submit("/cart/lines", new Dictionary<string, string> { ["product"] = product, ["quantity"] = "1" });
        town.Misfortunes.Pass();

        var form = Visitor.HiddenFields((await visitor.Get("/checkout")).Text);
        (form["email"], form["name"], form["country"], form["do"]) = (email, "Ada Byron", "PT", "pay");
        var answers = await Task.WhenAll(Enumerable.Range(0, plan.SameKey + plan.OtherKeys).Select(_ => visitor.Submit("/checkout", form)));
        return answers.Select(PayUrl).FirstOrDefault(url => url is not null) ?? await Again(form);
    }

    /// <summary>The bank did not answer: the person goes back and presses the button again.</summary>
    private async Task<string?> Again(Dictionary<string, string> form)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (PayUrl(await visitor.Submit("/checkout", form)) is { } url) return url;
            await Task.Delay(Pause);
        }
        return null;
    }

    private string? PayUrl(Answer answer)
    {
        if (answer.Status is not 303) throw new UnexpectedAnswerException($"POST /checkout was answered {answer.Status} where a redirect was due.");
        return answer.Location!.StartsWith(town.Addresses.Bank, StringComparison.Ordinal) ? answer.Location : null;
    }
}
