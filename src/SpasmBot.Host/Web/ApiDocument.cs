using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SpasmBot.Host.Web;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    private const string AssessExample = """
        {
          "age": 34,
          "onsetDays": 3,
          "severity": 5,
          "findings": { "after-lifting": "present", "daily-life-affected": "present", "fever": "absent" },
          "notAnswered": ["health.general"]
        }
        """;

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
                        Description = "The clinical rules of the symptom checker for programs.",
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
        if (operation.OperationId == "assess" && operation.RequestBody?.Content is { } content)
        {
            foreach (var media in content.Values)
                media.Example = JsonNode.Parse(AssessExample);
        }
        return Task.CompletedTask;
    }
}
