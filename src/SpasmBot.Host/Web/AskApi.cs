using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SpasmBot.Clinical;
using SpasmBot.Dialogs;
using SpasmBot.Language;

namespace SpasmBot.Host.Web;

/// <summary><c>POST /api/ask</c>: free questions, answered from the clinic's article (protocol, section 6).</summary>
internal static class AskApi
{
    public static void MapAsk(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost("/ask", AskAsync)
            .WithName("ask")
            .WithTags("Language")
            .WithSummary("Answers a free question from the clinic's article")
            .WithDescription(
                "An emergency in the text comes back as an assessment and nothing else. A question that the article does "
                    + "not cover is not answered; the titles of near topics come back as suggestions."
            )
            .Accepts<AskBody>("application/json")
            .Produces<AskAnswer>()
            .ProducesTextProblems();

    private static async Task<IResult> AskAsync(HttpContext http, LanguagePack language, BotParts parts)
    {
        var (request, problem) = await TextRequest.ReadAsync(http, [], parts.Protocol);
        return problem ?? Results.Ok(AskAnswer.Of(language.Questions.Answer(request.Text, parts.Today)));
    }

    /// <summary>What every endpoint about a text may answer beside the answer.</summary>
    public static void ProducesTextProblems(this RouteHandlerBuilder endpoint) =>
        endpoint
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .WithRequestLimit(TextRequest.LargestBody);
}

// For the OpenAPI document alone: TextRequest reads the request, and says of every field what is wrong with it.

/// <summary>A free question.</summary>
internal sealed record AskBody
{
    [MaxLength(TextRequest.LongestText), Description("The question, in plain words.")]
    public required string Text { get; init; }
}

/// <summary>What a free question leads to.</summary>
internal sealed record AskAnswer
{
    [Description("What the text says of an emergency; then there is no answer.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Assessment? Emergency { get; init; }

    [Description("Whether the article covers the question.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Answered { get; init; }

    [Description("The id of the section that answers it.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Section { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    [Description("The short answer, then the longer one in Markdown.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    [Description("With an answer: the titles of related sections.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Alternatives { get; init; }

    [Description("Without an answer: the titles of near topics.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Suggestions { get; init; }

    public static AskAnswer Of(FreeAnswer answer)
    {
        if (answer.IsEmergency)
            return new AskAnswer { Emergency = answer.Emergency };
        IReadOnlyList<string> titles = [.. answer.Answer.Alternatives.Select(section => section.Title)];
        return answer.Answer.Best is { } best
            ? new AskAnswer
            {
                Answered = true,
                Section = best.Id,
                Title = best.Title,
                Text = $"{best.Short}\n\n{best.Text}",
                Alternatives = titles,
            }
            : new AskAnswer { Answered = false, Suggestions = titles };
    }
}
