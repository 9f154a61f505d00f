using System.Security.Cryptography;
using System.Text;
using SpasmBot.Storage.Rows;

namespace SpasmBot.Host.Enquiries;

/// <summary>
/// The phone number or e-mail that was left with a request, which only who made it knows beside the reference. Compared in
/// the same time whether it fits, does not, or there is no such request.
/// </summary>
internal sealed class SecondFact(LocalPhones phones)
{
    private const int Longest = 200;

    /// <summary>Whether what was typed is the phone number or the e-mail of the request.</summary>
    /// <param name="request">Null when there is none; then nothing fits.</param>
    public bool Fits(BookingRow? request, string? typed)
    {
        var text = typed is { Length: <= Longest } ? typed.Trim() : "";
        var isPhone = IsSame(request?.Phone, phones.ToStored(text) ?? "");
        var isEmail = IsSame(request?.Email?.ToLowerInvariant(), text.ToLowerInvariant());
        return isPhone | isEmail;
    }

    private static bool IsSame(string? left, string given)
    {
        var isEqual = CryptographicOperations.FixedTimeEquals(Hash(left ?? ""), Hash(given));
        return isEqual & left is { Length: > 0 };
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
