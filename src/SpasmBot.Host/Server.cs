using Microsoft.Extensions.Options;
using SpasmBot.Channels.DirectLine;
using SpasmBot.Contracts;
using SpasmBot.Host.Content;
using SpasmBot.Host.Conversations;
using SpasmBot.Host.Copies;
using SpasmBot.Host.Enquiries;
using SpasmBot.Host.Previews;
using SpasmBot.Host.Settings;
using SpasmBot.Host.Web;
using SpasmBot.Host.Web.ProtocolPage;
using SpasmBot.Storage;
using SpasmBot.Widget;

namespace SpasmBot.Host;

/// <summary>The server: how it is put together, and how it starts or says why it cannot.</summary>
public static class Server
{
    private const int StartFailed = 1;

    /// <summary>Runs the server until it is told to stop.</summary>
    /// <returns>The exit code: 0 after an ordinary stop, 1 when it could not start.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter errors)
    {
        try
        {
            await using var app = Build(arguments);
            await app.StartAsync();
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (StartupProblems.Of(e) is { } problems)
        {
            foreach (var problem in problems)
                await errors.WriteLineAsync(problem);
            return StartFailed;
        }
    }

    /// <summary>Puts the server together.</summary>
    /// <param name="arguments">Settings of the command line, as <c>--Clinic:Name=…</c>.</param>
    /// <param name="adapt">Replaces parts, in tests.</param>
    /// <exception cref="StartupException">Something is wrong with the settings, the protocol or the words.</exception>
    public static WebApplication Build(string[] arguments, Action<WebApplicationBuilder>? adapt = null)
    {
        var builder = NewBuilder(arguments);
        builder.AddClinic();
        // The silo starts while the store is opened; what comes after the store waits for it.
        builder.AddConversations();
        builder.Services.AddSpasmBotStorage().AddKnownSettings<StorageOptions>(StorageOptions.Section);
        builder.Services.AddDirectLine(builder.Configuration);
        builder.Services.AddCopies();
        builder.Services.AddEnquiries();
        builder.AddWeb();
        adapt?.Invoke(builder);

        var app = builder.Build();
        StartupProblems.ThrowIfSettingsAreWrong(app);
        PutTogether(app.Services);
        app.PrepareLanguage();
        app.UseWeb();
        app.MapHealth();
        var api = app.MapGroup("/api");
        api.MapAssess();
        api.MapAsk();
        api.MapUnderstand();
        app.MapOpenApi();
        app.MapDirectLine();
        app.MapCopies();
        app.MapPages();
        app.MapEnquiries();
        app.MapPreview();
        app.MapProtocolPage();
        StartupProblems.ThrowIfContentIsWrong(app);
        app.GreetNobody();
        return app;
    }

    // Beside the reading of protocol and words. What fails here fails again at the start, where it is told.
    private static void PutTogether(IServiceProvider services) =>
        _ = Task.Run(() => services.GetServices<IHostedService>().ToList());

    private static WebApplicationBuilder NewBuilder(string[] arguments)
    {
        try
        {
            return ServerBuilder.New(arguments);
        }
        catch (Exception e) when (StartupProblems.Of(e) is { } problems)
        {
            throw new StartupException(problems);
        }
    }
}
