using SpasmBot.Clinical;
using SpasmBot.Contracts;

namespace SpasmBot.Storage;

/// <summary>Disposition as a number that a query can order by.</summary>
public static class UrgencyRank
{
    /// <summary>0 when nothing was assessed, 1 for self-care, up to 7 for an ambulance.</summary>
    public static int Of(string? disposition) =>
        disposition is not null && DispositionId.TryParse(disposition, out var known) ? (int)known + 1 : 0;

    /// <summary>A number left under an emergency answer ranks with emergencies whatever was assessed since.</summary>
    public static int Of(Enquiry enquiry) =>
        enquiry.Reason == EnquiryReason.EmergencyCallBack
            ? Math.Max(Of(enquiry.Disposition), (int)Disposition.Emergency + 1)
            : Of(enquiry.Disposition);
}
