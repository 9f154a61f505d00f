using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SpasmBot.Channels.Cards;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Adds Direct Line 3.0 to a server.</summary>
public static class DirectLineExtensions
{
    /// <summary>Where it is served.</summary>
    public const string Path = "/v3/directline";

    private const string CorsPolicyName = "DirectLine";

    /// <summary>
    /// Registers the channel with its settings (<c>DirectLine:*</c>, <c>RateLimits:*</c>, and <c>Storage:DataFolder</c> for
    /// the signing key), checked at start. Needs an <see cref="IGrainFactory"/> that knows conversations; draws cards where
    /// <see cref="CardWords"/> are registered.
    /// </summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSettings<DirectLineOptions, DirectLineOptionsValidator>(configuration, DirectLineOptions.Section)
            .AddSettings<RateLimitOptions, RateLimitOptionsValidator>(configuration, RateLimitOptions.Section)
            .AddCors()
            .AddProblemDetails();
        services.AddOptions<CorsOptions>().Configure<DirectLineOptions>(AllowOrigins);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Tokens(provider, configuration));
        services.AddSingleton(provider => new Access(
            provider.GetRequiredService<DirectLineOptions>(),
            provider.GetRequiredService<ConversationTokens>(),
            ClinicId.TryParse(configuration["Clinic:Id"], out var clinic) ? clinic : ClinicId.Default
        ));
        return services
            .AddSingleton<RateLimits>()
            .AddSingleton<OpenStreams>()
            .AddSingleton(provider => new OutboundActivity(Cards(provider)))
            .AddSingleton<ActivityFrames>()
            .AddSingleton<TokenResponses>()
            .AddSingleton<TokenEndpoints>()
            .AddSingleton<ConversationEndpoints>()
            .AddSingleton<ActivityEndpoints>()
            .AddSingleton<StreamEndpoint>();
    }

    /// <summary>Serves the channel under <see cref="Path"/>, with the CORS and WebSocket middleware that it needs.</summary>
    public static WebApplication MapDirectLine(this WebApplication app)
    {
        app.UseCors();
        app.UseWebSockets();
        // Made now, so that a key that cannot be read or written stops the start and not the first visitor.
        app.Services.GetRequiredService<ConversationTokens>();
        var group = app.MapGroup(Path)
            .RequireCors(CorsPolicyName)
            .AddEndpointFilter<NotNowFilter>()
            .WithTags("Direct Line");
        TokenEndpoints.Map(group);
        StreamEndpoint.Map(group);
        var withCaller = group.MapGroup("").AddEndpointFilter<CallerFilter>();
        ConversationEndpoints.Map(withCaller);
        ActivityEndpoints.Map(withCaller);
        return app;
    }

    /// <summary>
    /// Routes of other parts of the server below one conversation, <c>/conversations/{conversationId}</c>: only who may read
    /// the conversation gets there, as often as anybody may read, and its <see cref="ConversationKey"/> is a feature of the
    /// request. Comes after <see cref="MapDirectLine"/>.
    /// </summary>
    public static RouteGroupBuilder MapDirectLineConversation(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGroup($"{Path}/conversations/{{conversationId}}")
            .RequireCors(CorsPolicyName)
            .AddEndpointFilter<NotNowFilter>()
            .AddEndpointFilter<CallerFilter>()
            .AddEndpointFilter<ReadLimitFilter>()
            .WithTags("Direct Line");

    /// <summary>The grain of a conversation.</summary>
    internal static IConversationGrain Conversation(this IGrainFactory grains, ConversationKey key) =>
        grains.GetGrain<IConversationGrain>(key.GrainKey);

    private static ConversationTokens Tokens(IServiceProvider provider, IConfiguration configuration)
    {
        var options = provider.GetRequiredService<DirectLineOptions>();
        var root = provider.GetRequiredService<IHostEnvironment>().ContentRootPath;
        var data = System.IO.Path.GetFullPath(configuration["Storage:DataFolder"] ?? "data", root);
        var key = options.SigningKey is { } configured
            ? SigningKey.Decode(configured)!
            : SigningKey.LoadOrCreate(System.IO.Path.Combine(data, "keys"));
        return new ConversationTokens(key, options.TokenLifetime, provider.GetRequiredService<TimeProvider>());
    }

    private static AdaptiveCardRenderer? Cards(IServiceProvider provider) =>
        provider.GetService<CardWords>() is { } words ? new AdaptiveCardRenderer(words) : null;

    private static void AllowOrigins(CorsOptions cors, DirectLineOptions options) =>
        cors.AddPolicy(
            CorsPolicyName,
            policy =>
                policy
                    .WithOrigins([.. options.AllowedOrigins])
                    .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Delete)
                    .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
                    .WithExposedHeaders("retry-after")
                    .SetPreflightMaxAge(TimeSpan.FromHours(1))
        );

    private static IServiceCollection AddSettings<TOptions, TValidator>(
        this IServiceCollection services,
        IConfiguration configuration,
        string section
    )
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().Bind(configuration.GetSection(section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<TOptions>, TValidator>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<TOptions>>().Value);
    }
}
