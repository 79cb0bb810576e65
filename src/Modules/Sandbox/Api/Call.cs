using Emporium.Sandbox.Storage;
using Emporium.Sandbox.Wire;

namespace Emporium.Sandbox.Api;

/// <summary>A request that is well formed: its parameters have passed their shape.</summary>
/// <param name="Id">From the path; empty where the path has none.</param>
internal sealed record Call(Books Books, Form Form, string Id)
{
    public Query Query => new((int)(Form.Integer("limit") ?? 10))
    {
        PaymentIntent = Form.Text("payment_intent"),
        Customer = Form.Text("customer"),
        Charge = Form.Text("charge"),
        Status = Form.Text("status"),
        StartingAfter = Form.Text("starting_after"),
        EndingBefore = Form.Text("ending_before"),
    };

    public Expansion? Expansion => Wire.Expansion.Of(Form.Texts("expand"));

    public Answer Show(IStored stored) => new(200, ObjectWriter.Render(stored, Books, Expansion));

    public Answer ShowList<T>(string url, Query query) where T : class, IStored<T> =>
        ShowList(url, query, Books.Objects.List<T>(query), static (json, item) => json.Body(item));

    public Answer ShowList<T>(string url, Query query, List<T> oneMore, Action<ObjectWriter, T> item)
    {
        var page = oneMore.Take(query.Limit);
        if (query.EndingBefore is not null) page = page.Reverse();
        return Show(json => json.List(url, page, oneMore.Count > query.Limit, one => item(json, one)));
    }

    public Answer Show(Action<ObjectWriter> write) => new(200, ObjectWriter.Render(Books, Expansion, json => json.Body(write)));

    /// <summary>402: the payer's bank said no. Unlike an error it is an outcome, kept with its effects.</summary>
    public Answer Decline(Objects.PaymentIntent intent) =>
        new(402, ObjectWriter.Render(Books, null, json => json.Body(body => intent.LastError!.WriteAnswer(body, intent))));
}
