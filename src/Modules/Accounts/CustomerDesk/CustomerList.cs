using System.Linq.Expressions;
using Emporium.Accounts.Contracts;
using Emporium.Accounts.Customers;
using Emporium.Platform.Lists;
using Emporium.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Emporium.Accounts.CustomerDesk;

/// <summary>The store's customers on the desk.</summary>
internal sealed class CustomerList : DeskList<CustomerAccount, CustomerId, CustomerList.Line>
{
    /// <param name="Email">Empty where the customer was erased.</param>
    public sealed record Line(CustomerId Id, string Email, string? Name, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt, DateTimeOffset? ErasedAt);

    public override string Path => "/admin/customers";

    public override string Permission => AccountsModule.ReadCustomers;

    public override string ExportPermission => AccountsModule.ExportCustomers;

    public override ListColumns<Line> Columns { get; } = new ListColumns<Line>()
        .Link("email", "Customer", c => c.ErasedAt is null ? c.Email : "Erased", c => $"/admin/customers/{c.Id}")
        .Text("name", "Name", c => c.Name)
        .Moment("created_at", "Since", c => c.CreatedAt, order: "created")
        .Moment("last_sign_in_at", "Last sign-in", c => c.LastSignInAt)
        .InFile("id", c => c.Id)
        .InFile("erased_at", c => c.ErasedAt);

    public override IReadOnlyList<ListOrder<CustomerAccount>> Orders { get; } = [By("created", "Date", c => c.CreatedAt)];

    public override IReadOnlyList<ListFilter<CustomerAccount>> Filters { get; } =
    [
        Search("e-mail, name or id: the first hundred", (customers, text, scope, ct) => scope.GetRequiredService<FindCustomers>().Named(customers, text, ct)),
        Days("created", "Customer since", c => c.CreatedAt),
    ];

    protected override Expression<Func<CustomerAccount, CustomerId>> Id => c => c.Id;

    protected override Expression<Func<CustomerAccount, Line>> Row => c => new Line(c.Id, c.Email, c.Name, c.CreatedAt, c.LastSignInAt, c.ErasedAt);
}
