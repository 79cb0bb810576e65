using Emporium.Sales.Contracts;
using Emporium.Sales.Orders;
using Emporium.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Emporium.Sales.Desk.Refunding;

/// <summary>Two steps: choose lines and a reason, then see what it means. Only the second changes anything.</summary>
public partial class RefundPage
{
    private static readonly IReadOnlyList<Choice> Causes = [new("", "Choose…"), .. Enum.GetValues<RefundCause>().Select(cause => new Choice($"{cause}", Words.Of(cause)))];

    private Order? order;
    private IReadOnlyList<OrderLine> lines = [];
    private IReadOnlyList<Piece> pieces = [];
    private OrderRefund? proposal;
    private Money refundable;
    private Money left;
    private bool isAll;
    private Refusal? wrong;

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [Parameter] public string Id { get; set; } = "";

    /// <summary>What was chosen before, when the store refused it.</summary>
    [Parameter] public RefundSelection? Entered { get; set; }

    [Parameter] public Refusal? Refused { get; set; }

    private RefundSelection? Chosen { get; set; }

    private string Back => $"/admin/orders/{order?.Id}";

    internal static IResult With(OrderId id, RefundSelection entered, Refusal refusal) => PageAnswer.Of<RefundPage>(refusal,
        new Dictionary<string, object?> { [nameof(Id)] = id.ToString(), [nameof(Entered)] = entered, [nameof(Refused)] = refusal });

    protected override async Task OnInitializedAsync()
    {
        var found = await Db.FindOrderWithRefunds(Id, Http.RequestAborted) ?? throw Refusal.NotFound("order");
        lines = [.. found.Lines.OrderBy(l => l.Position)];
        refundable = found.Refundable;
        if (Refused is null && RefundSelection.Read(Http.Request.Query) is { Key.Length: > 0 } chosen) Propose(found, chosen);
        order = found;
    }

    /// <summary>The refund as it would be, on an order that is never saved.</summary>
    private void Propose(Order found, RefundSelection chosen)
    {
        Entered = chosen;
        try
        {
            var request = chosen.Demand(found.Total.Currency);
            proposal = request.Propose(found, chosen.DemandKey(), "", Clock.GetUtcNow());
            pieces = [.. proposal.Parts.Join(lines, part => part.LineId, line => line.Id, (part, line) => new Piece(line, line.Total with { Minor = part.NetMinor }, line.Total with { Minor = part.TaxMinor }))];
            (Chosen, left, isAll) = (chosen, refundable - proposal.Amount, refundable == proposal.Amount);
        }
        catch (Refusal refusal)
        {
            wrong = refusal;
        }
    }

    internal sealed record Piece(OrderLine Line, Money Net, Money Tax);

    private RefundSelection.Part? Picked(OrderLine line) => Entered?.Lines.GetValueOrDefault(line.Id.ToString());

    private static IEnumerable<(string Name, string Value)> Fields(RefundSelection chosen) =>
    [
        ("key", chosen.Key), ("seen", $"{chosen.Seen}"), ("cause", chosen.Cause), ("reason", chosen.Reason), ("amount", chosen.Amount),
        .. chosen.Lines.SelectMany(line => ((string, string)[])[($"pieces.{line.Key}", line.Value.Pieces), ($"amount.{line.Key}", line.Value.Amount)]).Where(f => f.Item2.Length > 0),
    ];
}
