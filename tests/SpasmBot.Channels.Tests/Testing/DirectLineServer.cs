using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SpasmBot.Channels.DirectLine;

namespace SpasmBot.Channels.Tests.Testing;

/// <summary>A real server on a free local port, with conversations in memory and a clock that stands still.</summary>
public sealed class DirectLineServer : IAsyncDisposable
{
    public const string Secret = "a secret of thirty-two characters or more";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _data;

    private DirectLineServer(
        WebApplication app,
        DirectoryInfo data,
        FakeConversations conversations,
        FakeTimeProvider clock
    )
    {
        (_app, _data, Conversations, Clock) = (app, data, conversations, clock);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single() + "/v3/directline/") };
    }

    public HttpClient Http { get; }

    public FakeConversations Conversations { get; }

    public FakeTimeProvider Clock { get; }

    public static async Task<DirectLineServer> StartAsync(params (string Key, string Value)[] settings)
    {
        var data = Directory.CreateTempSubdirectory("directline-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Storage:DataFolder"] = data.FullName,
                ["DirectLine:Secrets:0:Secret"] = Secret,
            }
        );
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        var (factory, conversations) = FakeConversations.Create();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
        builder.Services.AddSingleton(factory).AddSingleton<TimeProvider>(clock).AddDirectLine(builder.Configuration);
        var app = builder.Build();
        app.MapDirectLine();
        await app.StartAsync();
        return new DirectLineServer(app, data, conversations, clock);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }

    /// <summary>A request as a client makes it; a body that is a string goes out as it is.</summary>
    public async Task<Reply> SendAsync(HttpMethod method, string path, string? credential = null, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (credential is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        if (body is not null)
            request.Content = new StringContent(Text(body), Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    public Task<Reply> PostAsync(string path, string? credential = null, object? body = null) =>
        SendAsync(HttpMethod.Post, path, credential, body);

    public Task<Reply> GetAsync(string path, string? credential = null) => SendAsync(HttpMethod.Get, path, credential);

    /// <summary>A conversation that a page has just started.</summary>
    public async Task<OpenChat> OpenChatAsync()
    {
        var generated = await PostAsync("tokens/generate");
        var started = await PostAsync("conversations", generated.Text("token"), new { user = new { } });
        return new OpenChat(this, started);
    }

    public async Task<ClientWebSocket> ConnectAsync(string streamUrl)
    {
        var socket = new ClientWebSocket();
        socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        await socket.ConnectAsync(new Uri(streamUrl), Deadline.Token());
        return socket;
    }

    private static string Text(object body) =>
        body switch
        {
            string text => text,
            JsonNode node => node.ToJsonString(),
            _ => System.Text.Json.JsonSerializer.Serialize(body),
        };
}
