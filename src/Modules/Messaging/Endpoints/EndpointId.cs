namespace Emporium.Messaging.Endpoints;

internal readonly record struct EndpointId(Guid Value) : IEntityId<EndpointId>
{
    public static string Prefix => "whe";

    public static EndpointId From(Guid value) => new(value);

    public static EndpointId Parse(string s, IFormatProvider? provider) => EntityId.Parse<EndpointId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out EndpointId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
