using Microsoft.AspNetCore.Http;

namespace SpasmBot.Widget;

/// <summary>What a page needs to know of the request it answers.</summary>
public sealed record PageContext
{
    public required WidgetOptions Clinic { get; init; }

    /// <summary>Null when the host sets no nonce; the attribute is then left out.</summary>
    public string? Nonce { get; init; }

    /// <summary>Where the application is mounted: empty, or a path without a slash at the end.</summary>
    public string PathBase { get; init; } = "";

    public required WidgetAssets Assets { get; init; }

    /// <summary>The style sheet with the clinic's colours.</summary>
    public string BrandCss { get; init; } = "/chat/brand.css";

    /// <summary>What a page of this clinic needs to know of a request.</summary>
    public static PageContext Of(HttpContext http, WidgetOptions clinic, WidgetAssets assets) =>
        new()
        {
            Clinic = clinic,
            Nonce = http.Items[WidgetEndpoints.NonceItem] as string,
            PathBase = http.Request.PathBase.Value ?? "",
            Assets = assets,
        };

    /// <summary>The address of an asset of this project, as <c>chat/main.js</c>.</summary>
    public string Asset(string path) => Assets.Address(PathBase, path);

    /// <summary>An address of this application; one with a scheme or without a leading slash is left alone.</summary>
    public string Local(string address) =>
        address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) ? PathBase + address : address;
}
