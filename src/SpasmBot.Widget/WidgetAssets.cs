using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Hosting;

namespace SpasmBot.Widget;

/// <summary>
/// The addresses of this project's static assets. With fingerprinted copies mapped by the host, pages and modules load
/// those, which browsers may keep for ever; without, the plain ones.
/// </summary>
public sealed class WidgetAssets
{
    private const string Folder = "_content/SpasmBot.Widget/";
    private readonly SortedDictionary<string, string> _fingerprinted;

    private WidgetAssets(SortedDictionary<string, string> fingerprinted, ChatPack? pack) =>
        (_fingerprinted, Pack) = (fingerprinted, pack);

    /// <summary>The chat in one script and one sheet; null in development, where each file is loaded as it is.</summary>
    public ChatPack? Pack { get; }

    /// <summary>Finds them among the static assets that the host has mapped.</summary>
    public static WidgetAssets From(IEnumerable<EndpointDataSource> sources, IWebHostEnvironment environment)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var endpoint in sources.SelectMany(source => source.Endpoints))
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not { } asset)
                continue;
            var label = asset.Properties.FirstOrDefault(property => property.Name == "label")?.Value;
            if (label?.StartsWith(Folder, StringComparison.Ordinal) == true)
                found[label] = asset.Route;
        }

        return new WidgetAssets(
            found,
            environment.IsDevelopment() ? null : ChatPack.Read(environment.WebRootFileProvider)
        );
    }

    /// <summary>The address of <paramref name="path"/>, which is relative to this project's <c>wwwroot</c>.</summary>
    public string Address(string pathBase, string path) =>
        $"{pathBase}/{_fingerprinted.GetValueOrDefault(Folder + path, Folder + path)}";

    /// <summary>The modules of the chat, to be fetched at once rather than one import after the other.</summary>
    public IEnumerable<string> ChatModules(string pathBase) =>
        Modules
            .Where(pair => pair.Key.StartsWith(Folder + "chat/", StringComparison.Ordinal))
            .Select(pair => $"{pathBase}/{pair.Value}");

    /// <summary>The import map that leads each module's plain address to its fingerprinted one.</summary>
    public string ImportMap(string pathBase) =>
        // The serializer escapes what could end the script element.
        JsonSerializer.Serialize(
            new
            {
                imports = Modules.ToDictionary(
                    pair => $"{pathBase}/{pair.Key}",
                    pair => $"{pathBase}/{pair.Value}",
                    StringComparer.Ordinal
                ),
            }
        );

    private IEnumerable<KeyValuePair<string, string>> Modules =>
        _fingerprinted.Where(pair => pair.Key.EndsWith(".js", StringComparison.Ordinal));
}
