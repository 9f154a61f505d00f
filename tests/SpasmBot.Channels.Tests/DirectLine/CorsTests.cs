using System.Net;
using SpasmBot.Channels.Tests.Testing;

namespace SpasmBot.Channels.Tests.DirectLine;

public class CorsTests
{
    private const string Site = "https://clinic.example";

    [Fact]
    public async Task Preflight_AllowedOrigin_MayAskAsPublicClientsDo()
    {
        await using var server = await DirectLineServer.StartAsync(("DirectLine:AllowedOrigins:0", Site));

        using var response = await PreflightAsync(server, Site);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(Site, response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var headers = string.Join(',', response.Headers.GetValues("Access-Control-Allow-Headers"));
        foreach (var header in new[] { "authorization", "content-type", "x-ms-bot-agent", "x-requested-with" })
            Assert.Contains(header, headers, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Preflight_AnotherOrigin_IsNotAllowed()
    {
        await using var server = await DirectLineServer.StartAsync(("DirectLine:AllowedOrigins:0", Site));

        using var response = await PreflightAsync(server, "https://elsewhere.example");

        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Preflight_NoOriginConfigured_NoneIsAllowed()
    {
        await using var server = await DirectLineServer.StartAsync();

        using var response = await PreflightAsync(server, Site);

        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Preflight_Star_AllowsEverybody()
    {
        await using var server = await DirectLineServer.StartAsync(("DirectLine:AllowedOrigins:0", "*"));

        using var response = await PreflightAsync(server, Site);

        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task Refusal_ToAnAllowedOrigin_CanBeReadByItsPage()
    {
        await using var server = await DirectLineServer.StartAsync(("DirectLine:AllowedOrigins:0", Site));
        using var request = new HttpRequestMessage(HttpMethod.Post, "conversations");
        request.Headers.Add("Origin", Site);

        using var response = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(Site, response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    private static async Task<HttpResponseMessage> PreflightAsync(DirectLineServer server, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "conversations");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add(
            "Access-Control-Request-Headers",
            "authorization,content-type,x-ms-bot-agent,x-requested-with"
        );
        return await server.Http.SendAsync(request);
    }
}
