namespace Emporium.Accounts.Contracts;

/// <summary>A request to be forgotten, and the proof that it was done.</summary>
public readonly record struct ErasureId(Guid Value) : IEntityId<ErasureId>
{
    public static string Prefix => "era";

    public static ErasureId From(Guid value) => new(value);

    public static ErasureId Parse(string s, IFormatProvider? provider) => EntityId.Parse<ErasureId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ErasureId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
