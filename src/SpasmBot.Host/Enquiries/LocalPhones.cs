using PhoneNumbers;

namespace SpasmBot.Host.Enquiries;

/// <summary>Telephone numbers as they are stored, and as people of a country write them.</summary>
/// <param name="region">Two-letter country in which numbers without a country code are read.</param>
public sealed class LocalPhones(string region)
{
    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    /// <summary>What somebody typed, in the form in which it is stored (<c>+27825550100</c>); null when it is no number.</summary>
    public string? ToStored(string typed) =>
        Parse(typed) is { } number ? Phones.Format(number, PhoneNumberFormat.E164) : null;

    /// <summary>A stored number as people here dial it.</summary>
    public string ToRead(string stored) =>
        Parse(stored) is { } number
            ? Phones.Format(
                number,
                Phones.GetRegionCodeForNumber(number) == region
                    ? PhoneNumberFormat.NATIONAL
                    : PhoneNumberFormat.INTERNATIONAL
            )
            : stored;

    private PhoneNumber? Parse(string text)
    {
        try
        {
            return Phones.Parse(text, region);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
