using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SpasmBot.Contracts;

namespace SpasmBot.Host.Enquiries;

/// <summary>
/// Says for a while that somebody has shown to know a request, so that they need not say it again to change it. It stands
/// in the form, never in an address.
/// </summary>
internal sealed class EnquiryTickets(IDataProtectionProvider protection, ClinicProfile clinic, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _protector = protection.CreateProtector("enquiry", clinic.Id.Value);

    public string Issue(string reference) =>
        _protector.Protect(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(time.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds()} {reference}"
            )
        );

    /// <summary>The reference it was issued for; null when it has run out or is none.</summary>
    public string? Read(string? ticket)
    {
        try
        {
            return
                ticket is not null
                && _protector.Unprotect(ticket).Split(' ', 2) is [var end, var reference]
                && long.Parse(end, CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeMilliseconds()
                ? reference
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
