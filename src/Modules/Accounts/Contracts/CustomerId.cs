namespace Emporium.Accounts.Contracts;

public readonly record struct CustomerId(Guid Value) : IEntityId<CustomerId>
{
    public static string Prefix => "cus";

    public static CustomerId From(Guid value) => new(value);

    public static CustomerId Parse(string s, IFormatProvider? provider) => EntityId.Parse<CustomerId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out CustomerId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
