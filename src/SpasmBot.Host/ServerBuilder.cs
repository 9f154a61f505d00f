using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Console;

namespace SpasmBot.Host;

/// <summary>The bare server: where its settings and files come from, and how it listens.</summary>
internal static class ServerBuilder
{
    private const long LargestBody = 1024 * 1024;
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Settings that came with the executable, then those of the folder the server is started in, the environment and the
    /// command line. Data is kept in the folder it is started in; what is shipped is read beside the executable.
    /// </summary>
    public static WebApplicationBuilder New(string[] arguments)
    {
        // Slim, because what it leaves out costs start time and nobody here uses it.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                Args = arguments,
                ApplicationName = typeof(ServerBuilder).Assembly.GetName().Name,
                WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            }
        );
        AddShippedSettings(builder.Configuration);
        // The slim builder fixes the format of the console; the settings have the last word.
        builder.Services.PostConfigure<ConsoleLoggerOptions>(console =>
            console.FormatterName = builder.Configuration["Logging:Console:FormatterName"] ?? console.FormatterName
        );
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = LongestStop;
            // A sweep that fails is logged and tried again; people go on talking to the bot meanwhile.
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        return builder;
    }

    private static void AddShippedSettings(ConfigurationManager configuration)
    {
        var shipped = new JsonConfigurationSource
        {
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            Path = "appsettings.json",
        };
        ((IConfigurationBuilder)configuration).Sources.Insert(0, shipped);
    }
}
