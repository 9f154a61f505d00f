using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using SpasmBot.Host.Settings;

namespace SpasmBot.Host.Conversations;

/// <summary>The silo that runs the conversations: one in this process, on this machine only.</summary>
internal static class SiloSetup
{
    /// <summary>Adds the silo and the grains.</summary>
    public static void AddConversations(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<SiloSettings, SiloSettingsValidator>(SiloSettings.Section);
        // Needed before settings are checked; one that is no number stops the start in a moment.
        _ = int.TryParse(builder.Configuration["Orleans:SiloPort"], CultureInfo.InvariantCulture, out var configured);
        builder.Services.AddSingleton<ConversationFactory>(provider =>
            key => ActivatorUtilities.CreateInstance<Conversation>(provider, key)
        );
        builder.UseOrleans(silo =>
        {
            // The callers are in this process: nobody needs a gateway.
            silo.UseLocalhostClustering(siloPort: configured == 0 ? FreePort() : configured, gatewayPort: 0);
            silo.Configure<ClusterOptions>(cluster =>
                (cluster.ClusterId, cluster.ServiceId) = ("spasmbot", "spasmbot")
            );
        });
        builder.Services.AddSingleton<TurnRunner>();
        builder
            .Services.AddHealthChecks()
            .AddCheck<SiloHealthCheck>("conversations", tags: [Web.HealthEndpoints.ReadyTag]);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, port: 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

/// <summary>Settings under <c>Orleans</c>.</summary>
internal sealed record SiloSettings
{
    public const string Section = "Orleans";

    /// <summary>
    /// The port the silo listens on at 127.0.0.1; 0 takes any that is free, so that several servers on one machine do not
    /// get in each other's way.
    /// </summary>
    public int SiloPort { get; init; }
}

internal sealed class SiloSettingsValidator : IValidateOptions<SiloSettings>
{
    public ValidateOptionsResult Validate(string? name, SiloSettings options) =>
        options.SiloPort is >= 0 and <= IPEndPoint.MaxPort
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Orleans:SiloPort must be from 0 to {IPEndPoint.MaxPort}.");
}
