using Microsoft.Extensions.Options;
using SpasmBot.Channels.Cards;
using SpasmBot.Channels.DirectLine;
using SpasmBot.Contracts;
using SpasmBot.Dialogs;
using SpasmBot.Host.Conversations;
using SpasmBot.Host.Settings;

namespace SpasmBot.Host.Content;

/// <summary>Who the bot speaks for and what it knows.</summary>
internal static class ClinicSetup
{
    private const string BotId = "spasmbot";

    /// <summary>Adds the clinic's settings, the protocol, the words and the bot made of them.</summary>
    public static void AddClinic(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services
            .AddSettings<ClinicOptions, ClinicOptionsValidator>(ClinicOptions.Section)
            .AddSettings<RequestLimitOptions, RequestLimitOptionsValidator>(RequestLimitOptions.Section)
            .AddSettings<WidgetSettings, WidgetSettingsValidator>(WidgetSettings.Section)
            .AddKnownSettings<DirectLineOptions>(DirectLineOptions.Section)
            .AddKnownSettings<RateLimitOptions>(RateLimitOptions.Section)
            .AddSingleton(new KnownSettings("Protocol", ["Folder"]))
            .AddSingleton(new KnownSettings("Words", ["Folder"]));
        services.AddSingleton(p => p.GetRequiredService<IOptions<ClinicOptions>>().Value.ToProfile());
        // Read while the rest of the server is put together; whoever asks first waits for it, or gets what is wrong.
        var content = Task.Run(() => ContentLoader.Load(ContentOptions.From(builder.Configuration)));
        services.AddSingleton(_ => content.GetAwaiter().GetResult());
        services.AddSingleton(p => p.GetRequiredService<ClinicContent>().Protocol);
        services.AddSingleton(p => p.GetRequiredService<ClinicContent>().Language);
        services.AddSingleton<IBookingReferences, RandomReferences>();
        services.AddSingleton(PartsOf);
        services.AddSingleton(IdentityOf);
        services.AddSingleton(CardWordsOf);
        services.AddSingleton(p => new ChannelWords(p.GetRequiredService<ClinicContent>().Words.Messages.NotSaved));
        services.AddSingleton<BotFactory>(provider =>
        {
            var parts = provider.GetRequiredService<BotParts>();
            return state => new ClinicBot(parts, state);
        });
    }

    /// <summary>
    /// Makes ready what reads typed text a moment after the server listens, so that neither the start nor the first
    /// person, who may be waiting for it, has to share the processor.
    /// </summary>
    public static void PrepareLanguage(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() => _ = PrepareLanguageAsync(app.Services));

    private static async Task PrepareLanguageAsync(IServiceProvider services)
    {
        var language = services.GetRequiredService<ClinicContent>().Language;
        await Task.Delay(TimeSpan.FromSeconds(2), services.GetRequiredService<TimeProvider>());
        language.Prepare();
    }

    private static BotParts PartsOf(IServiceProvider provider)
    {
        var content = provider.GetRequiredService<ClinicContent>();
        return new BotParts(
            content.Protocol,
            content.Language,
            content.Words,
            provider.GetRequiredService<ClinicProfile>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IBookingReferences>()
        );
    }

    private static BotIdentity IdentityOf(IServiceProvider provider)
    {
        var content = provider.GetRequiredService<ClinicContent>();
        return new BotIdentity(
            BotId,
            provider.GetRequiredService<ClinicProfile>().Name,
            content.Words.Messages.TurnFailed,
            content.Protocol.Version
        );
    }

    private static CardWords CardWordsOf(IServiceProvider provider)
    {
        var texts = provider.GetRequiredService<ClinicContent>().Words.Messages;
        return new CardWords
        {
            Send = texts.CardSend,
            None = texts.NoneOfThese,
            Unsure = texts.NotSure,
            Skip = texts.Skip,
            Mistake = texts.CardMistake,
        };
    }
}
