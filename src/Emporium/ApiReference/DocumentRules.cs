using System.Text.Json;
using Emporium.Platform;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Emporium.Host.ApiReference;

/// <summary>What holds for the API as a whole: its address, its keys, the form of a refusal; the comments of every type, and an example of every body.</summary>
internal sealed class DocumentRules(StoreAddress address, SchemaNames names) : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "Emporium";
        document.Info.Description = "Sell and deliver digital products. Every POST that creates takes an Idempotency-Key. Lists are paged by cursor. Errors are problem documents (RFC 9457) with a stable code.";
        document.Servers = [new OpenApiServer { Url = address.Url }];
        AddSchemes(document);
        AddProblem(document);
        document.Components!.Schemas!.Remove("ProblemDetails");
        foreach (var (name, schema) in document.Components.Schemas)
        {
            Comment(name, schema);
            Relax(schema);
        }
        foreach (var operation in document.Paths.Values.SelectMany(p => p.Operations!.Values)) Exemplify(operation);
        return Task.CompletedTask;
    }

    private void AddSchemes(OpenApiDocument document)
    {
        var isSecure = address.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        document.AddComponent(ApiDescription.KeyScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "emp_test_… or emp_live_…",
            Description = "An API key, made at /admin/settings/api-keys. It may do what its scopes say, as far as its maker still may.",
        });
        document.AddComponent(ApiDescription.StaffScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = isSecure ? "__Host-emporium-desk" : "emporium-desk",
            Description = "The session of a member of the staff, from signing in at /admin/sign-in.",
        });
        document.AddComponent(ApiDescription.BuyerScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Query, Name = "token",
            Description = "A signed token that opens one order or one buyer's library until it expires. The library takes it as a bearer token too.",
        });
    }

    private static void AddProblem(OpenApiDocument document)
    {
        static OpenApiSchema Text(string meaning) => new() { Type = JsonSchemaType.String, Description = meaning };
        document.AddComponent(ApiDescription.Problem, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "Why a request was refused (RFC 9457).",
            Required = new HashSet<string>(StringComparer.Ordinal) { "title", "status" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["type"] = Text("The kind of the status, as an address."),
                ["title"] = Text("What happened and what to do, for a person."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
                ["code"] = Text("Stable, noun.reason: what a program decides by."),
                ["input"] = Text("The field or header at fault, when there is one."),
                ["requestId"] = Text("Name it when you ask the store about this request; its logs carry it."),
            },
        });
    }

    private void Comment(string name, IOpenApiSchema schema)
    {
        if (names.TypeOf(name) is not { } type) return;
        if (type != typeof(Money)) schema.Description ??= XmlComments.Of(type);
        foreach (var property in type.GetProperties())
        {
            if (schema.Properties?.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(property.Name), out var said) is true && XmlComments.Of(type, property.Name) is { } comment)
                said.Description ??= comment;
        }
    }

    // What is null is left out of answers, and may be left out of requests.
    private static void Relax(IOpenApiSchema schema)
    {
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            if (Sample.Present(property) is not null || property.Type?.HasFlag(JsonSchemaType.Null) is true) schema.Required?.Remove(name);
        }
    }

    private static void Exemplify(OpenApiOperation operation)
    {
        foreach (var media in operation.RequestBody?.Content?.Values ?? []) media.Example ??= media.Schema is { } body ? Sample.Of(body) : null;
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (status[0] != '2') continue;
            foreach (var media in response.Content?.Values ?? []) media.Example ??= media.Schema is { } body ? Sample.Of(body) : null;
        }
    }
}
