namespace Emporium.Accounts.Contracts;

public readonly record struct InvitationId(Guid Value) : IEntityId<InvitationId>
{
    public static string Prefix => "inv";

    public static InvitationId From(Guid value) => new(value);

    public static InvitationId Parse(string s, IFormatProvider? provider) => EntityId.Parse<InvitationId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out InvitationId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
