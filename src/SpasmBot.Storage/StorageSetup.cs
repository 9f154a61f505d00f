using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SpasmBot.Storage;

/// <summary>Registers the store.</summary>
public static class StorageSetup
{
    /// <summary>Tag of the health check that says whether the server can take messages.</summary>
    public const string ReadyTag = "ready";

    /// <summary>
    /// Adds the store with the settings under <c>Storage</c>. The schema is brought up to date and the queue started
    /// before the hosted services that are registered later start; a <c>store</c> health check is tagged <see cref="ReadyTag"/>.
    /// </summary>
    public static IServiceCollection AddSpasmBotStorage(this IServiceCollection services)
    {
        services
            .AddOptions<StorageOptions>()
            .BindConfiguration(StorageOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DataFolder>();
        services.AddPooledDbContextFactory<SpasmDb>(
            (provider, options) =>
                SqliteStore.Configure(
                    options,
                    provider.GetRequiredService<DataFolder>().DatabaseFile,
                    provider.GetRequiredService<IOptions<StorageOptions>>().Value.BusyTimeoutSeconds
                )
        );
        services.AddSingleton<CommitQueue>();
        services.AddSingleton<StoreReader>();
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<ConversationErasure>();
        services.AddSingleton<DeskWrites>();
        services.AddSingleton<BookingRequests>();
        services.AddSingleton<RetentionSweep>();
        services.AddHostedService<StoreLifetime>();
        services.AddHostedService(provider => provider.GetRequiredService<RetentionSweep>());
        services.AddHealthChecks().AddCheck<StoreHealthCheck>("store", tags: [ReadyTag]);
        return services;
    }
}
