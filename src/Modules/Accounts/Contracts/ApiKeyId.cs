namespace Emporium.Accounts.Contracts;

public readonly record struct ApiKeyId(Guid Value) : IEntityId<ApiKeyId>
{
    public static string Prefix => "key";

    public static ApiKeyId From(Guid value) => new(value);

    public static ApiKeyId Parse(string s, IFormatProvider? provider) => EntityId.Parse<ApiKeyId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ApiKeyId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
