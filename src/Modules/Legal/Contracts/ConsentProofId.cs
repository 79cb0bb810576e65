namespace Emporium.Legal.Contracts;

/// <summary>One choice about cookies, nobody in particular's.</summary>
public readonly record struct ConsentProofId(Guid Value) : IEntityId<ConsentProofId>
{
    public static string Prefix => "cns";

    public static ConsentProofId From(Guid value) => new(value);

    public static ConsentProofId Parse(string s, IFormatProvider? provider) => EntityId.Parse<ConsentProofId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ConsentProofId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
