namespace Emporium.Accounts.Contracts;

/// <summary>One time that a person agreed to something, from the question to the end.</summary>
public readonly record struct ConsentId(Guid Value) : IEntityId<ConsentId>
{
    public static string Prefix => "con";

    public static ConsentId From(Guid value) => new(value);

    public static ConsentId Parse(string s, IFormatProvider? provider) => EntityId.Parse<ConsentId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ConsentId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
