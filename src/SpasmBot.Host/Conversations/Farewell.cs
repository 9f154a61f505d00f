using SpasmBot.Contracts;

namespace SpasmBot.Host.Conversations;

/// <summary>
/// The last turn of a conversation that was deleted at the person's word: kept in memory for a moment, so that the
/// answer ("it is deleted") still arrives. It is in no store.
/// </summary>
internal sealed class Farewell(long before, IReadOnlyList<string> activities, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(20);

    private readonly long _said = time.GetTimestamp();

    public long Watermark => before + activities.Count;

    /// <summary>What of it comes after a watermark; null when the moment is over.</summary>
    public ActivityPage? Read(long afterWatermark) =>
        time.GetElapsedTime(_said) > Lifetime
            ? null
            : new ActivityPage(
                [
                    .. activities
                        .Index()
                        .Select(a => new SequencedActivity(before + a.Index + 1, a.Item))
                        .Where(a => a.Sequence > afterWatermark),
                ],
                Watermark
            );
}
