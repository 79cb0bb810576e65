namespace Emporium.Messaging.Sending;

internal readonly record struct AttemptId(Guid Value) : IEntityId<AttemptId>
{
    public static string Prefix => "att";

    public static AttemptId From(Guid value) => new(value);

    public static AttemptId Parse(string s, IFormatProvider? provider) => EntityId.Parse<AttemptId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out AttemptId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
