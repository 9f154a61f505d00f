using Microsoft.AspNetCore.Http.Metadata;

namespace SpasmBot.Host.Web;

/// <summary>The largest body an endpoint takes; beyond it the answer is 413.</summary>
internal static class RequestLimitMetadata
{
    public static TBuilder WithRequestLimit<TBuilder>(this TBuilder endpoint, long bytes)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Limit(bytes));

    private sealed record Limit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
