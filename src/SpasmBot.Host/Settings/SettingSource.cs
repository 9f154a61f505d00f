using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace SpasmBot.Host.Settings;

/// <summary>Says where a setting was made: the file and the line, the environment variable or the command line.</summary>
internal static partial class SettingSource
{
    /// <summary>The message, with the place of the setting that it names added when it was set anywhere.</summary>
    public static string Locate(IConfiguration configuration, string message)
    {
        var setting = SettingName().Match(message);
        return setting.Success && PlaceOf(configuration, setting.Value) is { } place ? $"{message} ({place})" : message;
    }

    /// <summary>Where the setting or its first part was made; null when it is nowhere and the default applies.</summary>
    public static string? PlaceOf(IConfiguration configuration, string setting)
    {
        if (configuration is not IConfigurationRoot root)
            return null;
        var provider = root.Providers.LastOrDefault(candidate => Holds(candidate, setting));
        return provider switch
        {
            null => null,
            JsonConfigurationProvider { Source: { FileProvider: { } files, Path: { } path } } => files.GetFileInfo(path)
                is { PhysicalPath: { } file }
                ? FileAndLine(file, setting)
                : path,
            EnvironmentVariablesConfigurationProvider =>
                $"environment variable {setting.Replace(":", "__", StringComparison.Ordinal)}",
            CommandLineConfigurationProvider => $"command line, --{setting}",
            _ => null,
        };
    }

    private static bool Holds(IConfigurationProvider provider, string setting) =>
        provider.TryGet(setting, out _) || provider.GetChildKeys([], setting).Any();

    private static string FileAndLine(string file, string setting) =>
        LineOf(File.ReadAllBytes(file), setting.Split(':')) is { } line ? $"{file}:{line}" : file;

    /// <summary>The line, from 1, of the property or array element at the end of the path.</summary>
    private static int? LineOf(ReadOnlySpan<byte> json, ReadOnlySpan<string> path)
    {
        var bom = Encoding.UTF8.Preamble;
        var reader = new Utf8JsonReader(
            json.StartsWith(bom) ? json[bom.Length..] : json,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        reader.Read();
        foreach (var part in path)
        {
            if (!Enter(ref reader, part))
                return null;
        }
        return 1 + json[..(int)reader.TokenStartIndex].Count((byte)'\n');
    }

    /// <summary>Moves from the start of an object or array to the value of one of its members.</summary>
    private static bool Enter(ref Utf8JsonReader reader, string member)
    {
        var isArray = reader.TokenType == JsonTokenType.StartArray;
        if (!isArray && reader.TokenType != JsonTokenType.StartObject)
            return false;
        for (
            var index = 0;
            reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray);
            index++
        )
        {
            var name = isArray ? $"{index}" : reader.GetString();
            if (!isArray)
                reader.Read();
            if (string.Equals(name, member, StringComparison.OrdinalIgnoreCase))
                return true;
            reader.Skip();
        }
        return false;
    }

    [GeneratedRegex(@"\b[A-Z]\w*(?::\w+)+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SettingName();
}
