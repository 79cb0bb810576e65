namespace Emporium.Accounts.Contracts;

/// <summary>What the staff noted about a customer.</summary>
public readonly record struct CustomerNoteId(Guid Value) : IEntityId<CustomerNoteId>
{
    public static string Prefix => "cnt";

    public static CustomerNoteId From(Guid value) => new(value);

    public static CustomerNoteId Parse(string s, IFormatProvider? provider) => EntityId.Parse<CustomerNoteId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out CustomerNoteId result) => EntityId.TryParse(s, out result);

    public override string ToString() => EntityId.Text(this);
}
