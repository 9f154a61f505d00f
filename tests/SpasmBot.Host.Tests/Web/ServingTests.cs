using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SpasmBot.Clinical;
using SpasmBot.Storage;

namespace SpasmBot.Host.Tests.Web;

public sealed partial class ServingTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("/health/live", 0)]
    [InlineData("/health/ready", 2)]
    public async Task Health_OfARunningServer_IsHealthy(string path, int checks)
    {
        var health = await server.Client.GetFromJsonAsync<JsonElement>(path);

        Assert.Equal("healthy", health.GetProperty("status").GetString());
        Assert.Equal(checks, health.GetProperty("checks").GetArrayLength());
    }

    [Fact]
    public async Task Health_StoreStopped_IsNotReadyAndSaysWhy()
    {
        using var data = new TemporaryFolder();
        await using var stopped = await TestServer.StartAsync(data);
        await stopped.Get<CommitQueue>().StopAsync();

        var response = await stopped.Client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var checks = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks");
        var store = checks.EnumerateArray().Single(check => check.GetProperty("name").GetString() == "store");
        Assert.Equal("unhealthy", store.GetProperty("status").GetString());
        Assert.NotEqual("", store.GetProperty("reason").GetString());
        Assert.Equal(HttpStatusCode.OK, (await stopped.Client.GetAsync("/health/live")).StatusCode);
    }

    [Theory]
    [InlineData("/", "frame-ancestors 'none'")]
    [InlineData("/chat", "frame-ancestors 'self'")]
    [InlineData("/privacy", "frame-ancestors 'none'")]
    [InlineData("/enquiry", "frame-ancestors 'none'")]
    [InlineData("/no-such-page", "frame-ancestors 'none'")]
    public async Task Page_Always_ForbidsWhatItDoesNotNeed(string path, string frameAncestors)
    {
        var response = await server.Client.GetAsync(path);

        var policy = Header(response, "Content-Security-Policy");
        Assert.Contains(frameAncestors, policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.Contains("trusted-types 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Header(response, "Referrer-Policy"));
        Assert.Contains("camera=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Page_AskedForTwice_GetsANonceOfItsOwnEachTime()
    {
        var nonces = new List<string>();
        for (var visit = 0; visit < 2; visit++)
        {
            var response = await server.Client.GetAsync("/chat");
            var nonce = Nonce().Match(Header(response, "Content-Security-Policy")).Groups["nonce"].Value;
            var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
            Assert.Contains($"nonce=\"{nonce}\"", page, StringComparison.Ordinal);
            nonces.Add(nonce);
        }

        Assert.NotEqual(nonces[0], nonces[1]);
    }

    [Fact]
    public async Task ChatPage_SiteAllowedToFrameIt_IsNamed()
    {
        using var data = new TemporaryFolder();
        await using var embedded = await TestServer.StartAsync(
            data,
            ["--Widget:FrameAncestors:0=https://www.example.com"]
        );

        var response = await embedded.Client.GetAsync("/chat");

        Assert.Contains(
            "frame-ancestors 'self' https://www.example.com",
            Header(response, "Content-Security-Policy"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Page_OfAClinicWithSettings_ShowsItsName()
    {
        using var data = new TemporaryFolder();
        await using var named = await TestServer.StartAsync(data, ["--Clinic:Name=Karoo Backs & Necks"]);

        Assert.Contains("Karoo Backs &amp; Necks", await named.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_OfThePage_IsServed()
    {
        var page = await server.Client.GetStringAsync("/chat");
        var script = ScriptAddress().Match(page).Groups["address"].Value;

        var response = await server.Client.GetAsync(script);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Server_AskedTooOften_SaysWhenToComeBack()
    {
        using var data = new TemporaryFolder();
        await using var limited = await TestServer.StartAsync(
            data,
            ["--RateLimits:Enabled=true", "--RateLimits:RequestsPerMinute=60"]
        );
        HttpResponseMessage response;
        var asked = 0;
        do
        {
            response = await limited.Client.GetAsync("/privacy");
            asked++;
        } while (response.StatusCode == HttpStatusCode.OK && asked < 100);

        Assert.Equal(61, asked);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await limited.Client.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Server_OwnFault_AnswersWithoutItsInsides()
    {
        using var data = new TemporaryFolder();
        await using var faulty = await TestServer.StartAsync(
            data,
            adapt: builder =>
                builder.Services.AddSingleton<Protocol>(_ => throw new InvalidOperationException("a secret"))
        );

        var response = await faulty.Client.PostAsJsonAsync("/api/assess", new { });

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nonce();

    [GeneratedRegex(
        "<script[^>]* src=\"(?<address>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ScriptAddress();
}
