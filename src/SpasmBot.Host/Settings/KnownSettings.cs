namespace SpasmBot.Host.Settings;

/// <summary>The settings a section has, so that a misspelt one is noticed and not silently without effect.</summary>
internal sealed record KnownSettings(string Section, IReadOnlyList<string> Names)
{
    /// <summary>A message for every setting in a known section that nothing reads.</summary>
    public static IEnumerable<string> MisspeltIn(IConfiguration configuration, IServiceProvider services) =>
        from section in services.GetServices<KnownSettings>().ToLookup(s => s.Section, s => s.Names)
        let names = section.SelectMany(n => n).ToHashSet(StringComparer.OrdinalIgnoreCase)
        from child in configuration.GetSection(section.Key).GetChildren()
        where !names.Contains(child.Key)
        select $"{child.Path} is not a setting. {section.Key} has {string.Join(", ", names.Order(StringComparer.Ordinal))}.";
}
