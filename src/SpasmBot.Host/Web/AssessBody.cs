using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace SpasmBot.Host.Web;

// For the OpenAPI document alone: Clinical.AssessRequest reads the request, and says of every field what is wrong with it.

/// <summary>What is known of one person.</summary>
internal sealed record AssessBody
{
    [Range(0d, 120d), Description("Years; null or left out when not known.")]
    public double? Age { get; init; }

    [Range(0d, 36_500d), Description("Days since this episode began; null or left out when not known.")]
    public double? OnsetDays { get; init; }

    [Range(0d, 10d), Description("Worst pain in the last day, 0 to 10; null or left out when not known.")]
    public double? Severity { get; init; }

    [Description("What is known, by finding id. What is left out was not asked and counts as absent.")]
    public Dictionary<string, FindingPresence>? Findings { get; init; }

    [Description("Ids of the questions that were skipped: not answered is not \"no\".")]
    public IReadOnlyList<string>? NotAnswered { get; init; }
}

/// <summary>What was said of a finding.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingPresence>))]
internal enum FindingPresence
{
    [JsonStringEnumMemberName("present")]
    Present,

    [JsonStringEnumMemberName("absent")]
    Absent,

    [JsonStringEnumMemberName("unsure")]
    Unsure,
}
