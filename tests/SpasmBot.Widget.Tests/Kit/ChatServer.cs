using System.Globalization;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SpasmBot.Widget.Tests.Kit;

/// <summary>The pages under the policy of the real server, with a scripted bot behind Direct Line.</summary>
public sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ChatServer(WebApplication app, ScriptedBot bot)
    {
        _app = app;
        Bot = bot;
        Address = new Uri(
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        );
    }

    public ScriptedBot Bot { get; }

    public Uri Address { get; }

    public static async Task<ChatServer> StartAsync(
        ScriptedBot? bot = null,
        WidgetOptions? options = null,
        string environment = "Production"
    )
    {
        bot ??= new ScriptedBot();
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(ChatServer).Assembly.GetName().Name,
                EnvironmentName = environment,
            }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        var app = builder.Build();
        app.Use((http, next) => SendPolicyAsync(http, next, options ?? new WidgetOptions()));
        app.UseWebSockets();
        app.MapStaticAssets();
        app.MapWidget(options ?? new WidgetOptions());
        MapDirectLine(app.MapGroup("/v3/directline"), bot);
        await app.StartAsync();
        return new ChatServer(app, bot);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var conversation in Bot.Conversations.Values)
            conversation.DropSockets();
        Bot.RefusesSockets = true;
        await _app.DisposeAsync();
    }

    private static Task SendPolicyAsync(HttpContext http, RequestDelegate next, WidgetOptions options)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Items[WidgetEndpoints.NonceItem] = nonce;
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self'; "
            + "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'; "
            + $"frame-ancestors 'self' {string.Join(' ', options.Hosts)}";
        return next(http);
    }

    private static void MapDirectLine(RouteGroupBuilder group, ScriptedBot bot)
    {
        group.AddEndpointFilter(
            async (call, next) =>
                bot.IsDown ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : await next(call)
        );
        group.MapPost("/tokens/generate", () => new { token = "first" });
        group.MapPost(
            "/tokens/resume",
            (JsonObject body) =>
                bot.ResumeKeysAreDead
                    ? Results.NotFound()
                    : Results.Ok(Keys((string)body["conversationId"]!, "resumed"))
        );
        group.MapPost("/conversations", (HttpRequest request) => Start(request, bot));
        var one = group.MapGroup("/conversations/{id}");
        one.MapGet(
            "",
            (HttpRequest request, string id) => Find(request, bot, id, talk => Results.Ok(Opened(request, talk)))
        );
        one.MapGet(
            "/activities",
            (HttpRequest request, string id) =>
                Find(request, bot, id, talk => Results.Ok(talk.After(Watermark(request)).Page))
        );
        one.MapPost(
            "/activities",
            (HttpRequest request, string id, JsonObject posted) => Post(request, bot, id, posted)
        );
        one.MapGet("/stream", (HttpContext http, string id) => StreamAsync(http, bot, id));
    }

    private static IResult Start(HttpRequest request, ScriptedBot bot)
    {
        var talk = new ScriptedConversation($"c{bot.NextNumber()}");
        bot.Conversations[talk.Id] = talk;
        foreach (var said in bot.Greeting)
            talk.Say(said);
        return Results.Ok(Opened(request, talk));
    }

    private static IResult Post(HttpRequest request, ScriptedBot bot, string id, JsonObject posted)
    {
        bot.Posts.Enqueue(posted);
        if (bot.PostsToFail > 0)
        {
            bot.PostsToFail--;
            if (bot.NotSaved is { } sentence)
                return Results.Problem(sentence, statusCode: StatusCodes.Status503ServiceUnavailable);
            return Results.StatusCode(StatusCodes.Status502BadGateway);
        }

        return Find(request, bot, id, talk => Results.Ok(new { id = talk.Take(posted, bot.Reply) }));
    }

    private static IResult Find(
        HttpRequest request,
        ScriptedBot bot,
        string id,
        Func<ScriptedConversation, IResult> answer
    )
    {
        var isResumed = request.Headers.Authorization == "Bearer resumed";
        if (bot.TokensAreDead && !isResumed)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        return bot.Conversations.TryGetValue(id, out var talk) ? answer(talk) : Results.NotFound();
    }

    private static object Keys(string id, string token) => new { conversationId = id, token };

    private static object Opened(HttpRequest request, ScriptedConversation talk) =>
        new
        {
            conversationId = talk.Id,
            token = "first",
            resumeKey = "key",
            streamUrl = $"ws://{request.Host}/v3/directline/conversations/{talk.Id}/stream?watermark={Watermark(request)}",
        };

    private static int Watermark(HttpRequest request) =>
        int.TryParse(request.Query["watermark"], CultureInfo.InvariantCulture, out var watermark) ? watermark : 0;

    private static async Task StreamAsync(HttpContext http, ScriptedBot bot, string id)
    {
        if (
            bot.RefusesSockets
            || !http.WebSockets.IsWebSocketRequest
            || !bot.Conversations.TryGetValue(id, out var talk)
        )
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, talk.SocketsDropped);
        var hearing = HearAsync(socket, ending);
        try
        {
            await SendAsync(socket, talk, Watermark(http.Request), ending.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The page has left, or a test has dropped the line.
        }

        socket.Abort();
        await hearing;
    }

    private static async Task SendAsync(
        WebSocket socket,
        ScriptedConversation talk,
        int watermark,
        CancellationToken cancel
    )
    {
        while (true)
        {
            var (page, last, changed) = talk.After(watermark);
            if (last > watermark)
            {
                var frame = Encoding.UTF8.GetBytes(page.ToJsonString());
                await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancel);
            }

            watermark = last;
            await changed.WaitAsync(cancel);
        }
    }

    private static async Task HearAsync(WebSocket socket, CancellationTokenSource ending)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer, ending.Token)).MessageType != WebSocketMessageType.Close) { }
            await ending.CancelAsync();
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The line is gone already.
        }
    }
}
