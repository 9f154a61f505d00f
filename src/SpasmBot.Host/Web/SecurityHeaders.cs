using Microsoft.Extensions.Options;
using NetEscapades.AspNetCore.SecurityHeaders;
using NetEscapades.AspNetCore.SecurityHeaders.Headers.ContentSecurityPolicy;
using SpasmBot.Host.Previews;
using SpasmBot.Host.Settings;
using SpasmBot.Widget;

namespace SpasmBot.Host.Web;

/// <summary>What browsers are told about every answer: nothing runs that is not ours, nobody frames it unasked.</summary>
internal static class SecurityHeaders
{
    private static readonly string[] UnusedFeatures =
    [
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "hid",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "serial",
        "usb",
        "xr-spatial-tracking",
    ];

    /// <summary>Registers the headers; the sites of <c>Widget:FrameAncestors</c> may show the chat page in a frame.</summary>
    public static void AddPageHeaders(this IServiceCollection services) =>
        services.AddSecurityHeaderPolicies(
            (builder, provider) =>
            {
                var ancestors = provider.GetRequiredService<IOptions<WidgetSettings>>().Value.FrameAncestors;
                var strict = HeadersWith(frame => frame.None());
                var chat = HeadersWith(frame => frame.Self().From(ancestors));
                var own = HeadersWith(frame => frame.Self());
                builder
                    .SetDefaultPolicy(strict)
                    .SetPolicySelector(context =>
                        context.HttpContext.Request.Path switch
                        {
                            var path when Is(path, "/chat") => chat,
                            var path when Is(path, PreviewEndpoints.Frame) => own,
                            _ => strict,
                        }
                    );
            }
        );

    /// <summary>Sends the headers, and leaves their nonce where the pages look for it.</summary>
    public static void UsePageHeaders(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.Use(
            (http, next) =>
            {
                http.Items[WidgetEndpoints.NonceItem] = http.GetNonce();
                return next(http);
            }
        );
    }

    private static bool Is(PathString path, string page) => path.Equals(page, StringComparison.OrdinalIgnoreCase);

    private static HeaderPolicyCollection HeadersWith(Action<FrameAncestorsDirectiveBuilder> frameAncestors) =>
        new HeaderPolicyCollection()
            .RemoveServerHeader()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
            .AddStrictTransportSecurityMaxAge()
            .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
            .AddPermissionsPolicy(features =>
            {
                foreach (var feature in UnusedFeatures)
                    features.AddCustomFeature(feature, "()");
            })
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self().WithNonce();
                csp.AddStyleSrc().Self().WithNonce();
                csp.AddImgSrc().Self().Data();
                csp.AddFontSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddManifestSrc().Self();
                csp.AddFrameSrc().Self();
                csp.AddFormAction().Self();
                csp.AddBaseUri().None();
                csp.AddObjectSrc().None();
                frameAncestors(csp.AddFrameAncestors());
                csp.AddRequireTrustedTypesFor().Script();
                // No script of ours makes markup out of text, so nobody needs a policy that would allow it.
                csp.AddTrustedTypes().None();
            });
}
