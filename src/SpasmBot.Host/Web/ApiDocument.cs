using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SpasmBot.Host.Web;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["assess"] = """
            {
              "age": 34,
              "onsetDays": 3,
              "severity": 5,
              "findings": { "after-lifting": "present", "daily-life-affected": "present", "fever": "absent" },
              "notAnswered": ["health.general"]
            }
            """,
        ["ask"] = """{ "text": "do I need an MRI?" }""",
        ["understand"] = """
            {
              "text": "it hurts since Tuesday, no fever, like a 6",
              "today": "2026-11-22"
            }
            """,
    };

    public static void AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(options =>
        {
            options.ShouldInclude = api => api.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is true;
            options.AddDocumentTransformer(
                (document, _, _) =>
                {
                    document.Info = new OpenApiInfo
                    {
                        Title = "SpasmBot",
                        Version = "1",
                        Description = "The clinical rules and the language of the symptom checker for programs.",
                    };
                    return Task.CompletedTask;
                }
            );
            options.AddOperationTransformer(AddExampleAsync);
        });

    private static Task AddExampleAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancel
    )
    {
        if (
            Examples.TryGetValue(operation.OperationId ?? "", out var example)
            && operation.RequestBody?.Content is { } content
        )
        {
            foreach (var media in content.Values)
                media.Example = JsonNode.Parse(example);
        }
        return Task.CompletedTask;
    }
}
