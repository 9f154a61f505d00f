namespace SpasmBot.Host.Web;

/// <summary>Where a request found this server.</summary>
internal static class RequestServer
{
    /// <summary>Scheme, host and the path of the application, without a slash at the end.</summary>
    public static string Server(this HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
