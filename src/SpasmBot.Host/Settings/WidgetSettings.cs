using Microsoft.Extensions.Options;
using SpasmBot.Contracts;
using SpasmBot.Widget;

namespace SpasmBot.Host.Settings;

/// <summary>Settings under <c>Widget</c>: what the pages show beside <c>Clinic:*</c>, and who may embed the chat.</summary>
public sealed record WidgetSettings
{
    public const string Section = "Widget";

    /// <summary>Sites that may show the chat in a frame (<c>https://www.example.com</c>); our own always may.</summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = [];

    /// <summary>Where the clinic is, one line each; null keeps the example.</summary>
    public IReadOnlyList<string>? Address { get; init; }

    /// <summary>A square logo; null shows the first letter of the name.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>Where closing the chat leads to when it fills the window.</summary>
    public string? HomeUrl { get; init; }

    /// <summary>An everyday page that "Leave this page now" leads to.</summary>
    public string? QuickExitUrl { get; init; }

    /// <summary>Whether the site around the chat is told the result of a check (health data), not only that it is finished.</summary>
    public bool SharesDisposition { get; init; }

    /// <summary>The pages of a clinic.</summary>
    public WidgetOptions ToPages(ClinicProfile clinic, int retentionDays)
    {
        var standard = new WidgetOptions();
        return standard with
        {
            ClinicName = clinic.Name,
            Phone = clinic.ReceptionPhone,
            EmergencyNumber = clinic.AmbulanceNumbers[0].Number,
            Address = Address ?? standard.Address,
            OpeningHours = WeekText.Of(clinic.Hours),
            Accent = clinic.AccentColour,
            LogoUrl = LogoUrl,
            PrivacyUrl = clinic.PrivacyUrl,
            EnquiryUrl = clinic.EnquiryUrl(),
            RetentionDays = retentionDays,
            HomeUrl = HomeUrl ?? standard.HomeUrl,
            QuickExitUrl = QuickExitUrl ?? standard.QuickExitUrl,
            Hosts = FrameAncestors,
            SharesDisposition = SharesDisposition,
        };
    }
}

/// <summary>Lists everything that is wrong with <c>Widget:*</c>.</summary>
internal sealed class WidgetSettingsValidator : IValidateOptions<WidgetSettings>
{
    public ValidateOptionsResult Validate(string? name, WidgetSettings options)
    {
        var faults = options
            .FrameAncestors.Index()
            .Where(site => !IsSite(site.Item))
            .Select(site =>
                $"Widget:FrameAncestors:{site.Index} must be scheme and host alone, like https://www.example.com."
            )
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // Scheme, host and port and nothing else, or a space or a semicolon in it would end the directive.
    private static bool IsSite(string site) =>
        Uri.TryCreate(site, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.GetLeftPart(UriPartial.Authority) == site;
}
