using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SpasmBot.Contracts;

namespace SpasmBot.Host.Settings;

/// <summary>Lists everything that is wrong with <c>Clinic:*</c>, each message naming its setting and what is expected.</summary>
internal sealed partial class ClinicOptionsValidator : IValidateOptions<ClinicOptions>
{
    private const int LongestText = 100;
    private const int LongestGreeting = 300;

    public ValidateOptionsResult Validate(string? name, ClinicOptions options)
    {
        string?[] faults =
        [
            options.Id is null || ClinicId.TryParse(options.Id, out _)
                ? null
                : "Clinic:Id must be 1 to 40 characters of a-z, 0-9 and '-'.",
            IsText(options.Name) ? null : $"Clinic:Name must have 1 to {LongestText} characters.",
            options.Greeting is null || options.Greeting.Trim().Length is > 0 and <= LongestGreeting
                ? null
                : $"Clinic:Greeting must have 1 to {LongestGreeting} characters.",
            IsPhone(options.ReceptionPhone) ? null : $"Clinic:ReceptionPhone {PhoneExpected}",
            IsAddress(options.PrivacyUrl)
                ? null
                : "Clinic:PrivacyUrl must be a path like /privacy or an https address.",
            IsServer(options.PublicUrl)
                ? null
                : "Clinic:PublicUrl must be an address like https://bot.example.com, without a slash at the end.",
            options.TimeZone is null || TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)
                ? null
                : "Clinic:TimeZone must be an IANA time zone like Africa/Johannesburg.",
            Matches(Country(), options.Region) ? null : "Clinic:Region must be a country of two letters like ZA.",
            Matches(Colour(), options.AccentColour) ? null : "Clinic:AccentColour must be a colour like #00695c.",
            options.AmbulanceNumbers is { Count: 0 } ? "Clinic:AmbulanceNumbers must hold a number at least." : null,
            .. FaultsOf("Clinic:AmbulanceNumbers", options.AmbulanceNumbers),
            .. FaultsOf("Clinic:CrisisLines", options.CrisisLines),
            .. FaultsOf("Clinic:SafetyLines", options.SafetyLines),
            .. FaultsOf(options.Hours ?? []),
        ];
        var found = faults.OfType<string>().ToList();
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string PhoneExpected => "must be a telephone number of digits and spaces, with + in front or not.";

    private static IEnumerable<string> FaultsOf(string setting, IReadOnlyList<PhoneOptions>? phones)
    {
        foreach (var (index, phone) in (phones ?? []).Index())
        {
            if (phone.Label is null || !IsText(phone.Label))
                yield return $"{setting}:{index}:Label must say what the number is, in 1 to {LongestText} characters.";
            if (phone.Number is null || !IsPhone(phone.Number))
                yield return $"{setting}:{index}:Number {PhoneExpected}";
        }
    }

    private static IEnumerable<string> FaultsOf(IReadOnlyList<HoursOptions> hours) =>
        hours
            .Index()
            .Where(stretch => stretch.Item.ToHours() is null)
            .Select(stretch =>
                $"Clinic:Hours:{stretch.Index} must be a Day like Monday with Opens and Closes like 08:00 and 17:00."
            );

    private static bool IsText(string? text) => text is null || (text.Trim().Length is > 0 and <= LongestText);

    private static bool IsPhone(string? number) => Matches(Phone(), number);

    private static bool Matches(Regex pattern, string? text) => text is null || pattern.IsMatch(text);

    private static bool IsAddress(string? address) =>
        address is null
        || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal))
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps);

    private static bool IsServer(string? address) =>
        address is null
        || (
            Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.GetLeftPart(UriPartial.Path).TrimEnd('/') == address
        );

    [GeneratedRegex(@"\A\+?[0-9][0-9 ]{1,29}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\A[A-Z]{2}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Country();

    [GeneratedRegex(@"\A#[0-9a-fA-F]{6}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();
}
