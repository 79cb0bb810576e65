using System.Text.Json.Nodes;
using Emporium.Platform.Http;
using Emporium.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace Emporium.Host.ApiReference;

/// <summary>Writes down what an endpoint's metadata says: who may call, the idempotency key, the form of ids in paths, and every refusal.</summary>
internal sealed class OperationRules(IEnumerable<Permission> permissions) : IOpenApiOperationTransformer
{
    /// <summary>The extension that says in a sentence who may call.</summary>
    public const string Access = "x-access";

    /// <summary>The extension that lists the codes with which a call may be refused.</summary>
    public const string Refusals = "x-refusals";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var parameter in context.Description.ParameterDescriptions) Describe(operation, parameter, context.Description.RelativePath);
        Secure(operation, metadata, context.Document);
        if (metadata.OfType<IdempotencyKeyRequired>().Any()) (operation.Parameters ??= []).Add(IdempotencyKey());
        Refuse(operation, metadata, context.Document);
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation operation, ApiParameterDescription described, string? path)
    {
        if (operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(p => p.Name == described.Name) is not { } parameter) return;
        var type = Nullable.GetUnderlyingType(described.ParameterDescriptor?.ParameterType ?? described.Type) ?? described.ParameterDescriptor?.ParameterType ?? described.Type;
        if (EntityId.IsEntityId(type) && parameter.Schema is OpenApiSchema schema) IdSchema.Describe(schema, type);
        if (described.ParameterDescriptor is Microsoft.AspNetCore.Http.Metadata.IParameterBindingMetadata { ParameterInfo: { } info }) parameter.Description ??= XmlComments.Of(info);
        parameter.Description ??= parameter.Name is "id" ? WhoseId(path) : Meanings.GetValueOrDefault(parameter.Name!);
    }

    // In api/v1/carts/{id}/lines it is the cart's.
    private static string? WhoseId(string? path) => path?.Split('/').TakeWhile(part => part != "{id}").LastOrDefault() is { } many ? $"The {many.TrimEnd('s')}'s id." : null;

    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["cursor"] = "The nextCursor of the page before; left out for the first.",
        ["limit"] = "How many items a page holds.",
        ["q"] = "Words to find; the last one by its beginning.",
        ["token"] = "The buyer's token.",
        ["slug"] = "The product's name in its address.",
        ["product"] = "The product's id.",
        ["file"] = "The file's id.",
        ["name"] = "The file's name, such as field-notes.pdf.",
    };

    private void Secure(OpenApiOperation operation, IList<object> metadata, OpenApiDocument? document)
    {
        var policy = metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy;
        if (policy is not null && !metadata.OfType<IAllowAnonymous>().Any())
        {
            var meaning = permissions.FirstOrDefault(p => p.Name == policy)?.Meaning.TrimEnd('.');
            Demand(operation, document, ApiDescription.KeyScheme, $"A key, or staff, with the permission {policy}: {meaning}.");
            (operation.Security ??= []).Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiDescription.StaffScheme, document)] = [] });
        }
        else if (operation.Parameters?.Any(p => p.Name == "token") is true)
        {
            Demand(operation, document, ApiDescription.BuyerScheme, "The buyer who holds the token.");
        }
        else
        {
            Extend(operation, Access, JsonValue.Create("Anybody."));
        }
    }

    private static void Demand(OpenApiOperation operation, OpenApiDocument? document, string scheme, string sentence)
    {
        (operation.Security ??= []).Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] });
        Extend(operation, Access, JsonValue.Create(sentence));
    }

    private static OpenApiParameter IdempotencyKey() => new()
    {
        Name = "Idempotency-Key",
        In = ParameterLocation.Header,
        Required = true,
        Description = "A new UUID for each thing to create. The same key with the same body gives the same answer for 24 hours, and creates nothing twice.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 16, MaxLength = 255, Examples = [JsonValue.Create("0190f5e3-7c1a-7b6e-9d53-2f3a8c4b5d60")] },
    };

    private static void Refuse(OpenApiOperation operation, IList<object> metadata, OpenApiDocument? document)
    {
        var codes = RefusalList.All.Where(r => r.IsAnsweredBy(operation.OperationId) && Applies(r.Code, operation, metadata)).ToList();
        operation.Responses ??= [];
        foreach (var group in codes.GroupBy(r => r.Status))
        {
            var status = group.Key.ToString(System.Globalization.CultureInfo.InvariantCulture);
            operation.Responses[status] = new OpenApiResponse
            {
                Description = string.Join(" ", group.Select(r => $"{r.Code}: {r.Meaning}")),
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ApiDescription.Problem, document) } },
            };
        }
        var inOrder = operation.Responses.OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        operation.Responses.Clear();
        foreach (var (status, response) in inOrder) operation.Responses[status] = response;
        Extend(operation, Refusals, new JsonArray([.. codes.Select(r => JsonValue.Create(r.Code))]));
    }

    // Those of all operations depend on how an endpoint is guarded, not on what it does.
    private static bool Applies(string code, OpenApiOperation operation, IList<object> metadata) => code switch
    {
        "request.too_many" => metadata.OfType<EnableRateLimitingAttribute>().Any(),
        "request.malformed" => operation.Parameters is { Count: > 0 } || operation.RequestBody is not null,
        "presence.required" => metadata.OfType<StepUp>().Any(),
        "session.required" or "permission.missing" or "second_factor.required" or "api_key.malformed" or "api_key.wrong_mode" or "api_key.unknown" or "api_key.expired" or "api_key.revoked" => operation.Security is { Count: > 0 } && !metadata.OfType<IAllowAnonymous>().Any(),
        "state.changed" => !metadata.OfType<CreatesNothing>().Any() && !metadata.OfType<IHttpMethodMetadata>().Any(m => m.HttpMethods.Contains("GET")),
        _ when code.StartsWith("idempotency.", StringComparison.Ordinal) => metadata.OfType<IdempotencyKeyRequired>().Any(),
        _ => true,
    };

    private static void Extend(OpenApiOperation operation, string name, JsonNode value) => (operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal))[name] = new JsonNodeExtension(value);
}
