namespace Emporium.Host.ApiReference;

/// <summary>The operations of one tag, as the reference shows them.</summary>
public sealed record ApiGroup(string Name, string Anchor, IReadOnlyList<ApiOperation> Operations);

/// <param name="Access">Who may call it, as a sentence.</param>
/// <param name="Body">The fields of the request's body; empty where there is none.</param>
/// <param name="BodyNote">What the body is where it has no fields: a file.</param>
/// <param name="Curl">A whole command to copy.</param>
public sealed record ApiOperation(
    string Id, string Method, string Path, string Summary, string Access, IReadOnlyList<ApiField> Parameters, IReadOnlyList<ApiField> Body, string? BodyNote,
    IReadOnlyList<ApiAnswer> Answers, IReadOnlyList<ApiRefusal> Refusals, string Curl);

/// <param name="Name">With its path: <c>lines[].quantity</c>.</param>
/// <param name="Rules">Length, range, pattern, the values of an enum.</param>
public sealed record ApiField(string Name, string Type, bool IsRequired, string Rules, string Meaning);

/// <param name="Sample">JSON; null where the answer has no body.</param>
public sealed record ApiAnswer(string Status, string Meaning, IReadOnlyList<ApiField> Fields, string? Sample);

public sealed record ApiRefusal(string Code, int Status, string Meaning, string Remedy);
