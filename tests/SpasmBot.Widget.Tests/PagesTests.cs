using System.Text.RegularExpressions;
using SpasmBot.Widget.Tests.Kit;

namespace SpasmBot.Widget.Tests;

public sealed partial class PagesTests
{
    private const string Hostile = "<script>alert(1)</script>\"'&";

    [Theory]
    [InlineData("/")]
    [InlineData("/chat")]
    [InlineData("/privacy")]
    public async Task Page_EveryScriptAndSheet_CarriesTheNonceOfThePolicy(string path)
    {
        await using var server = await ChatServer.StartAsync();
        using var response = await GetAsync(server, path);
        var html = await response.Content.ReadAsStringAsync();
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = NonceInPolicy().Match(policy).Groups["nonce"].Value;
        var loading = Loading().Matches(html);
        Assert.NotEmpty(loading);
        // Written as a character reference where it must be.
        Assert.All(
            loading,
            tag =>
                Assert.Contains(
                    $"nonce=\"{nonce.Replace("+", "&#x2B;", StringComparison.Ordinal)}\"",
                    tag.Value,
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/chat")]
    [InlineData("/privacy")]
    public async Task Page_HasNoInlineScriptStyleOrHandler(string path)
    {
        await using var server = await ChatServer.StartAsync();
        var html = await TextAsync(server, path);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"\son[a-z]+=", html);
        Assert.DoesNotMatch(@"<script type=""module""[^>]*>[^<]", html);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/chat")]
    [InlineData("/privacy")]
    public async Task Page_OfAClinicWithMarkupInItsWords_ShowsItAsText(string path)
    {
        var clinic = new WidgetOptions
        {
            ClinicName = Hostile,
            Phone = Hostile,
            Address = [Hostile],
            OpeningHours = [Hostile],
        };
        await using var server = await ChatServer.StartAsync(options: clinic);
        var html = await TextAsync(server, path);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_IsNeverKept_ForItsNonceIsForOneAnswer()
    {
        await using var server = await ChatServer.StartAsync();
        using var response = await GetAsync(server, "/chat");
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["en-ZA"], response.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task Chat_EverythingItLoads_IsThere()
    {
        await using var server = await ChatServer.StartAsync();
        var addresses = Address()
            .Matches(await TextAsync(server, "/chat"))
            .Select(match => match.Groups["address"].Value);
        var assets = addresses
            .Where(address => address.Contains("/_content/", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Assert.True(assets.Count > 30, "The modules are preloaded.");
        foreach (var asset in assets)
        {
            using var response = await GetAsync(server, asset);
            Assert.True(response.IsSuccessStatusCode, asset);
            Assert.Matches(@"\.[a-z0-9]{10}\.(js|css|svg)$", asset);
        }
    }

    [Fact]
    public async Task Brand_IsTheClinicsColour()
    {
        await using var server = await ChatServer.StartAsync(options: new WidgetOptions { Accent = "#7a1f5c" });
        using var response = await GetAsync(server, "/chat/brand.css");
        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("--accent:#7a1f5c", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> GetAsync(ChatServer server, string path)
    {
        using var client = new HttpClient();
        return await client.GetAsync(new Uri(server.Address, path));
    }

    private static async Task<string> TextAsync(ChatServer server, string path)
    {
        using var response = await GetAsync(server, path);
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("nonce-(?<nonce>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NonceInPolicy();

    [GeneratedRegex("<script[^>]*>|<link rel=\"(stylesheet|modulepreload)\"[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Loading();

    [GeneratedRegex("(href|src)=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
