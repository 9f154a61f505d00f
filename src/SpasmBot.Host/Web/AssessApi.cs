using System.Text.Json;
using SpasmBot.Clinical;

namespace SpasmBot.Host.Web;

/// <summary><c>POST /api/assess</c>: the rules of the conversation for programs (protocol, section 6).</summary>
internal static class AssessApi
{
    private const int LargestBody = 64 * 1024;

    public static void MapAssess(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost("/assess", AssessAsync)
            .WithName("assess")
            .WithTags("Assessment")
            .WithSummary("Decides how urgent a set of findings is, and why")
            .WithDescription(
                "A finding that is left out was not asked and counts as absent; a number that is left out or null is not "
                    + "known. The answer is the one the conversation gives for the same findings."
            )
            .Accepts<AssessBody>("application/json")
            .Produces<Assessment>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .WithRequestLimit(LargestBody);

    private static async Task<IResult> AssessAsync(HttpContext http, Protocol protocol)
    {
        if (!http.Request.HasJsonContentType())
            return Results.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType);
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        return AssessRequest.TryRead(body, protocol, out var findings, out var errors)
            ? Results.Ok(Triage.Assess(protocol, findings))
            : Results.ValidationProblem(new Dictionary<string, string[]>(errors, StringComparer.Ordinal));
    }
}
