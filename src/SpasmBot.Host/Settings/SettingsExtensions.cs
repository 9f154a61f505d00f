using Microsoft.Extensions.Options;

namespace SpasmBot.Host.Settings;

/// <summary>Registers settings that are checked before the server starts.</summary>
internal static class SettingsExtensions
{
    /// <summary>Reads a section into options that are validated at start.</summary>
    public static IServiceCollection AddSettings<TOptions, TValidator>(this IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        return services.AddKnownSettings<TOptions>(section);
    }

    /// <summary>Says which settings a section has; several may share one.</summary>
    public static IServiceCollection AddKnownSettings<TOptions>(this IServiceCollection services, string section) =>
        services.AddSingleton(new KnownSettings(section, [.. typeof(TOptions).GetProperties().Select(p => p.Name)]));
}
