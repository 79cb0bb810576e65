namespace Emporium.Ui;

/// <summary>How a field is wired together: put these on an input of your own.</summary>
/// <param name="Id">The input's id, which the label points at.</param>
/// <param name="DescribedBy">For <c>aria-describedby</c>: the hint and the error, when there are any.</param>
/// <param name="Invalid">For <c>aria-invalid</c>: "true", or null.</param>
public sealed record FieldId(string Id, string? DescribedBy, string? Invalid)
{
    /// <summary>The id of the input that carries a name; the error summary links to it.</summary>
    public static string Of(string name) => $"field-{name}";
}
