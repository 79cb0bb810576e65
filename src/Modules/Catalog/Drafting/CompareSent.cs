using Emporium.Catalog.Contracts;
using Microsoft.AspNetCore.Http;

namespace Emporium.Catalog.Drafting;

/// <summary>Shows what stands in a window beside what the same author saved from another one.</summary>
internal static class CompareSent
{
    public static async Task<IResult> Form(ProductId id, HttpRequest http, CancellationToken ct) =>
        ComparePage.Beside(id, EditorForm.Read(await http.ReadFormAsync(ct)), ComparePage.OwnDraft);
}
