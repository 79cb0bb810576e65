namespace Emporium.Messaging.Messages;

internal readonly record struct MessageId(Guid Value) : IEntityId<MessageId>
{
    public static string Prefix => "msg";

    public static MessageId From(Guid value) => new(value);

    public static MessageId Parse(string s, IFormatProvider? provider) => EntityId.Parse<MessageId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out MessageId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
