using SpasmBot.Contracts;

namespace SpasmBot.Storage.Rows;

/// <summary>An answer as it was shown, with the answers it came from.</summary>
public sealed class AssessmentRow
{
    public long Id { get; init; }

    public required ClinicId ClinicId { get; init; }

    public required string ConversationId { get; init; }

    public required string Disposition { get; init; }

    public required string ProtocolVersion { get; init; }

    public required string AssessmentJson { get; init; }

    public required string FirstAnswersJson { get; init; }

    public required string CorrectedAnswersJson { get; init; }

    public required long At { get; init; }
}
