using System.IO.Compression;
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
    public async Task Chat_InDevelopment_LoadsEveryFileAsItIs()
    {
        await using var server = await ChatServer.StartAsync(environment: "Development");
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

    [Theory]
    [InlineData("js", "text/javascript")]
    [InlineData("css", "text/css")]
    public async Task Chat_LoadsOneScriptAndOneSheetOfItsOwn_WhichBrowsersKeep(string kind, string type)
    {
        await using var server = await ChatServer.StartAsync();
        var html = await TextAsync(server, "/chat");
        var address = Address()
            .Matches(html)
            .Select(match => match.Groups["address"].Value)
            .Single(address => address.StartsWith($"/chat/pack.{kind}?v=", StringComparison.Ordinal));
        using var response = await GetAsync(server, address);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.MaxAge > TimeSpan.FromDays(300));
        Assert.DoesNotContain(".js\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/chat")]
    [InlineData("/chat/pack.js")]
    [InlineData("/chat/pack.css")]
    [InlineData("/chat/brand.css")]
    [InlineData("/embed.js")]
    public async Task Text_IsPackedForWhoTakesIt_AndTheSameForWhoDoesNot(string path)
    {
        await using var server = await ChatServer.StartAsync();
        using var client = new HttpClient();
        var plain = await client.GetStringAsync(new Uri(server.Address, path));
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        using var response = await client.GetAsync(new Uri(server.Address, path));
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        await using var packed = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        // A page has another nonce each time.
        Assert.Equal(NonceOfTag().Replace(plain, ""), NonceOfTag().Replace(await reader.ReadToEndAsync(), ""));
    }

    [Theory]
    [InlineData("/chat/pack.js")]
    [InlineData("/chat/pack.css?v=another")]
    public async Task Pack_AskedForInAnotherVersion_IsNotKept(string address)
    {
        await using var server = await ChatServer.StartAsync();
        using var response = await GetAsync(server, address);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Text_ForWhoRefusesItPacked_IsNot()
    {
        await using var server = await ChatServer.StartAsync();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip;q=0");
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(server.Address, "/chat/pack.js"));
        using var response = await client.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode);
        Assert.Empty(response.Content.Headers.ContentEncoding);
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

    [GeneratedRegex("nonce=\"[^\"]*\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NonceOfTag();

    [GeneratedRegex("<script[^>]*>|<link rel=\"(stylesheet|modulepreload)\"[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Loading();

    [GeneratedRegex("(href|src)=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
