namespace Emporium.Ui;

/// <summary>What is wrong with a submitted form, by field. Fields inside a <see cref="Form"/> find their own sentence.</summary>
/// <param name="ByField">The field's name and its sentence; the empty name is the form as a whole.</param>
public sealed record FormErrors(IReadOnlyDictionary<string, string> ByField)
{
    public static FormErrors None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public bool Any => ByField.Count > 0;

    /// <summary>A refusal beside the field that it names, or over the form when it names none.</summary>
    public static FormErrors Of(Refusal? refusal) =>
        refusal is null ? None : new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [refusal.Input ?? ""] = refusal.Message });

    /// <summary>The shape errors of validation (<c>errors</c> of RFC 9457 problem details): the first sentence of each field.</summary>
    public static FormErrors Of(IEnumerable<KeyValuePair<string, string[]>> errors) =>
        new(errors.Where(error => error.Value.Length > 0).ToDictionary(error => error.Key, error => error.Value[0], StringComparer.OrdinalIgnoreCase));

    public string? Find(string field) => ByField.GetValueOrDefault(field);
}
