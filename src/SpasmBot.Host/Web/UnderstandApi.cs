using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SpasmBot.Clinical;
using SpasmBot.Dialogs;
using SpasmBot.Language;

namespace SpasmBot.Host.Web;

/// <summary><c>POST /api/understand</c>: own words as findings and numbers (protocol, section 6).</summary>
internal static class UnderstandApi
{
    private static readonly string[] Fields = ["today", "question", "options", "forWhom"];

    public static void MapUnderstand(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost("/understand", UnderstandAsync)
            .WithName("understand")
            .WithTags("Language")
            .WithSummary("Reads own words, or an answer to a question, into findings and numbers")
            .WithDescription("What the text does not say is left out.")
            .Accepts<UnderstandBody>("application/json")
            .Produces<UnderstandAnswer>()
            .ProducesTextProblems();

    private static async Task<IResult> UnderstandAsync(HttpContext http, LanguagePack language, BotParts parts)
    {
        var (request, problem) = await TextRequest.ReadAsync(http, Fields, parts.Protocol);
        return problem
            ?? Results.Ok(
                UnderstandAnswer.Of(
                    language.Prompted.Read(
                        request.Text,
                        request.Today ?? parts.Today,
                        request.Question,
                        request.Options,
                        request.ForWhom
                    )
                )
            );
    }
}

// For the OpenAPI document alone: TextRequest reads the request.

/// <summary>A text, and what is known around it.</summary>
internal sealed record UnderstandBody
{
    [MaxLength(TextRequest.LongestText), Description("What was typed.")]
    public required string Text { get; init; }

    [Description("The person's date, from which \"three days ago\" counts; the clinic's when left out.")]
    public DateOnly? Today { get; init; }

    [Description("The question it answers, as a hint: ids that are not known are ignored.")]
    public string? Question { get; init; }

    [Description("The finding ids in the order shown: \"the second\" counts in it.")]
    public IReadOnlyList<string>? Options { get; init; }

    [AllowedValues("me", "child", "someone"), Description("For whom the check is.")]
    public string? ForWhom { get; init; }
}

/// <summary>What a text says.</summary>
internal sealed record UnderstandAnswer
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Years.")]
    public int? Age { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Days since it began.")]
    public int? OnsetDays { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Pain from 0 to 10.")]
    public int? Severity { get; init; }

    [Description("Presence by finding id.")]
    public required IReadOnlyDictionary<string, FindingPresence> Findings { get; init; }

    [Description("Where each stands in the text.")]
    public required IReadOnlyList<MentionAnswer> Mentions { get; init; }

    public static UnderstandAnswer Of(Understood understood) =>
        new()
        {
            Age = understood.Age,
            OnsetDays = understood.OnsetDays,
            Severity = understood.Severity,
            Findings = new SortedDictionary<string, FindingPresence>(
                understood.Findings.ToDictionary(one => one.Key, one => WireOf(one.Value), StringComparer.Ordinal),
                StringComparer.Ordinal
            ),
            Mentions =
            [
                .. understood.Mentions.Select(mention => new MentionAnswer(
                    mention.Finding,
                    WireOf(mention.Presence),
                    mention.Start,
                    mention.Length,
                    mention.Because
                )),
            ],
        };

    private static FindingPresence WireOf(Presence presence) =>
        presence switch
        {
            Presence.Present => FindingPresence.Present,
            Presence.Unsure => FindingPresence.Unsure,
            _ => FindingPresence.Absent,
        };
}

/// <summary>One place of a text that speaks of a finding.</summary>
internal sealed record MentionAnswer(
    string Finding,
    FindingPresence Presence,
    [property: Description("Where it starts, in UTF-16 units.")] int Start,
    [property: Description("How long it is.")] int Length,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [property: Description("The words that deny it or put it in doubt.")]
        string? Because
);
