namespace Emporium.Payments.Contracts;

public readonly record struct DisputeId(Guid Value) : IEntityId<DisputeId>
{
    public static string Prefix => "dsp";

    public static DisputeId From(Guid value) => new(value);

    public static DisputeId Parse(string s, IFormatProvider? provider) => EntityId.Parse<DisputeId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out DisputeId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
