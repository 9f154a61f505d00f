namespace SpasmBot.Dialogs.Forms;

/// <summary>How somebody can be reached.</summary>
/// <param name="Phone">In international form, <c>+27…</c>; null when none was left.</param>
/// <param name="When">When to call, as the person put it.</param>
public sealed record ContactDetails(string? Name, string? Phone, string? Email, string? When);
