using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SpasmBot.Storage;

namespace SpasmBot.Host.Tests.Previews;

public sealed class PreviewEndpointsTests
{
    [Fact]
    public async Task Preview_WhereThePublicIs_IsNotThere()
    {
        using var data = new TemporaryFolder();
        await using var server = await TestServer.StartAsync(data, ["--environment=Production"]);
        foreach (var path in new[] { "/preview", "/preview/chat", "/preview/check", "/preview/brand.css" })
            Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(path)).StatusCode);
        var line = await server.Client.PostAsJsonAsync("/preview/line/bmFtZT1B/conversations", new { });
        Assert.False(line.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Preview_InDevelopment_IsTheRealBotOfThatFormAndStoresNothing()
    {
        using var data = new TemporaryFolder();
        await using var server = await TestServer.StartAsync(data, ["--environment=Development"]);
        const string Form =
            "?name=Karoo%20Backs&greeting=Welcome%20%7Bphone%7D&phone=044%20555%200100&colour=%23ffdd33";
        using var frame = await server.Client.GetAsync($"/preview/chat{Form}");
        Assert.Equal(HttpStatusCode.OK, frame.StatusCode);
        Assert.Contains(
            "frame-ancestors 'self';",
            string.Join(';', frame.Headers.GetValues("Content-Security-Policy")) + ";",
            StringComparison.Ordinal
        );
        var html = await frame.Content.ReadAsStringAsync();
        var line = html.Split("data-direct-line=\"")[1].Split('"')[0];

        var opened = await PostAsync(server, $"{line}/conversations", new { });
        var talk = $"{line}/conversations/{opened.GetProperty("conversationId").GetString()}/activities";
        await PostAsync(server, talk, Said("book a visit"));
        await PostAsync(server, talk, Said("Monday"));
        await PostAsync(server, talk, Said("Ann, 082 555 0100"));
        await PostAsync(server, talk, Said("yes"));
        var said = (await server.Client.GetFromJsonAsync<JsonElement>(talk)).ToString();

        Assert.Contains("Welcome {phone}", said, StringComparison.Ordinal);
        Assert.Contains("I am a bot at Karoo Backs.", said, StringComparison.Ordinal);
        Assert.Contains("call 044 555 0100", said, StringComparison.Ordinal);
        Assert.Contains("Your reference is", said, StringComparison.Ordinal);
        var stored = await server
            .Get<StoreReader>()
            .ReadAsync(async db => (await db.Conversations.CountAsync(), await db.Bookings.CountAsync()));
        Assert.Equal((0, 0), stored);
    }

    [Theory]
    [InlineData("/preview/chat?colour=teal")]
    [InlineData("/preview/brand.css?colour=red%7D")]
    public async Task Preview_OfAFormThatCannotBe_IsRefused(string path)
    {
        using var data = new TemporaryFolder();
        await using var server = await TestServer.StartAsync(data, ["--environment=Development"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.GetAsync(path)).StatusCode);
    }

    private static object Said(string text) =>
        new
        {
            type = "message",
            text,
            from = new { id = "person" },
        };

    private static async Task<JsonElement> PostAsync(TestServer server, string path, object body)
    {
        using var answer = await server.Client.PostAsJsonAsync(path, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
