using Emporium.Host.ApiReference;

namespace Emporium.Host;

/// <summary>The API's own description: <c>/openapi/v1.json</c> for programs, <c>/docs/api</c> for people.</summary>
internal static class StoreApi
{
    public static IServiceCollection AddStoreApi(this IServiceCollection services)
    {
        var names = new SchemaNames();
        services.AddSingleton(names).AddSingleton<ApiDescription>();
        return services.AddOpenApi(ApiDescription.Version, options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) is true;
            options.CreateSchemaReferenceId = names.Of;
            options.AddSchemaTransformer<IdSchema>();
            options.AddOperationTransformer<OperationRules>();
            options.AddDocumentTransformer<DocumentRules>();
        });
    }

    public static void MapStoreApi(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"/openapi/{ApiDescription.Version}.json", ApiDescription.Endpoint).AllowAnonymous().ExcludeFromDescription();
}
