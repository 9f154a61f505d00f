using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpasmBot.Runtime;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Benchmarks;

/// <summary>The same bot over HTTP, answering with its replies, to stand beside the original framework.</summary>
internal static class WaterfallServer
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var bot = new WaterfallBot(new MemoryStorage());
        app.MapPost("/api/messages", context => AnswerAsync(context, bot));
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await app.WaitForShutdownAsync();
    }

    private static async Task AnswerAsync(HttpContext context, WaterfallBot bot)
    {
        var activity = await JsonSerializer.DeserializeAsync<Activity>(context.Request.Body, RuntimeJson.Options);
        var adapter = new ReplyingAdapter();
        using var turn = new TurnContext(adapter, activity);
        await adapter.RunAsync(turn, bot);
        await context.Response.WriteAsJsonAsync(new ExpectedReplies(turn.BufferedReplyActivities), RuntimeJson.Options);
    }

    private sealed record ExpectedReplies(IList<Activity> Activities);
}
