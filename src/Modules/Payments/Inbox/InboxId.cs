namespace Emporium.Payments.Inbox;

internal readonly record struct InboxId(Guid Value) : IEntityId<InboxId>
{
    public static string Prefix => "whk";

    public static InboxId From(Guid value) => new(value);

    public static InboxId Parse(string s, IFormatProvider? provider) => EntityId.Parse<InboxId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out InboxId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
