namespace Emporium.Host;

/// <summary>The API's own description: <c>/openapi/v1.json</c>.</summary>
internal static class StoreApi
{
    public static IServiceCollection AddStoreApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) is true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Emporium";
            document.Info.Description = "Sell and deliver digital products. Every POST that creates takes an Idempotency-Key; lists are paged by cursor; errors are problem documents (RFC 9457) with a stable code.";
            return Task.CompletedTask;
        });
    });

    public static void MapStoreApi(this IEndpointRouteBuilder routes) => routes.MapOpenApi().AllowAnonymous();
}
