using System.Collections.Frozen;

namespace SpasmBot.Clinical;

/// <summary>The ids that clients, cases and protocol files use for <see cref="Disposition"/>.</summary>
public static class DispositionId
{
    private static readonly FrozenDictionary<string, Disposition> ById = Enum.GetValues<Disposition>()
        .ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>The wire id, for example <c>doctor-today</c>.</summary>
    public static string Of(Disposition disposition) =>
        disposition switch
        {
            Disposition.SelfCare => "self-care",
            Disposition.Physio => "physio",
            Disposition.PhysioPriority => "physio-priority",
            Disposition.DoctorSoon => "doctor-soon",
            Disposition.DoctorToday => "doctor-today",
            Disposition.Emergency => "emergency",
            Disposition.Ambulance => "ambulance",
            _ => throw new ArgumentOutOfRangeException(nameof(disposition), disposition, message: null),
        };

    /// <summary>Reads a wire id; false when there is no such disposition.</summary>
    public static bool TryParse(string id, out Disposition disposition) => ById.TryGetValue(id, out disposition);
}
