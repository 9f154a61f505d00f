using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace SpasmBot.Widget;

/// <summary>
/// The chat's modules in one script and its style sheets in one sheet: on a phone some fifty requests cost more than their
/// bytes. Made from the files as they are, in memory; each module keeps a scope of its own.
/// </summary>
public sealed partial class ChatPack
{
    private const string Folder = "_content/SpasmBot.Widget/";
    private const string Entry = "chat/main.js";

    private ChatPack(string script, string style)
    {
        (Script, Style) = (TextResponse.Pack(script), TextResponse.Pack(style));
        Version = Convert.ToHexStringLower(SHA256.HashData([.. Script.Plain, .. Style.Plain]))[..10];
    }

    /// <summary>The style sheets of the chat beside those of every page, in their order.</summary>
    public static IReadOnlyList<string> Sheets { get; } =
    ["controls.css", "chat.css", "questions.css", "answer.css", "emergency.css", "print.css"];

    /// <summary>One module, without comments.</summary>
    public PackedText Script { get; }

    /// <summary>All of <see cref="Sheets"/>.</summary>
    public PackedText Style { get; }

    /// <summary>Another one when a file has changed: browsers may keep what has this in its address for ever.</summary>
    public string Version { get; }

    /// <summary>Packs what this project serves.</summary>
    /// <exception cref="InvalidOperationException">A file is missing, or imports in a way that cannot be packed.</exception>
    public static ChatPack Read(IFileProvider files)
    {
        var modules = new List<(string Path, string Text)>();
        Collect(Entry, [], path => Text(files, path), modules);
        return new ChatPack(Join(modules), string.Concat(Sheets.Select(sheet => Text(files, sheet))));
    }

    // What a module imports stands before it, in the order in which a browser would run them.
    private static void Collect(
        string path,
        HashSet<string> met,
        Func<string, string> read,
        List<(string Path, string Text)> modules
    )
    {
        met.Add(path);
        var text = Comment().Replace(read(path), "");
        foreach (Match import in Import().Matches(text))
        {
            var other = PathOf(import, path);
            if (!met.Contains(other))
                Collect(other, met, read, modules);
            else if (!modules.Exists(module => module.Path == other))
                throw new InvalidOperationException($"{path} and {other} import each other and cannot be packed.");
        }

        modules.Add((path, text));
    }

    private static string Join(List<(string Path, string Text)> modules)
    {
        var names = modules
            .Select((module, number) => (module.Path, Name: string.Create(CultureInfo.InvariantCulture, $"m{number}")))
            .ToDictionary(module => module.Path, module => module.Name, StringComparer.Ordinal);
        return string.Concat(
            modules.Select(module => $"const {names[module.Path]}=(()=>{{{Body(module, names)}}})();\n")
        );
    }

    private static string Body((string Path, string Text) module, Dictionary<string, string> names)
    {
        var (path, text) = module;
        text = Import()
            .Replace(text, import => $"const {{{import.Groups["names"].Value}}}={names[PathOf(import, path)]};");
        var exported = string.Join(',', Export().Matches(text).Select(export => export.Groups["name"].Value));
        text = Export().Replace(text, export => export.Groups["kind"].Value + export.Groups["name"].Value);
        if (Leftover().Match(text) is { Success: true, Value: var line })
            throw new InvalidOperationException($"{path} cannot be packed: '{line}'.");
        return $"{Indentation().Replace(text, "")}return{{{exported}}}";
    }

    private static string PathOf(Match import, string from) =>
        new Uri(new Uri($"file:///{from}"), import.Groups["from"].Value).AbsolutePath.TrimStart('/');

    private static string Text(IFileProvider files, string path)
    {
        var file = files.GetFileInfo(Folder + path);
        if (!file.Exists)
            throw new InvalidOperationException($"'{Folder + path}' is missing.");
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }

    // Comments for the reader and the type checker: blocks, and lines of their own.
    [GeneratedRegex(@"/\*\*.*?\*/|^[ \t]*//[^\n]*", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s+", RegexOptions.Multiline, 1000)]
    private static partial Regex Indentation();

    [GeneratedRegex(
        @"^import \{(?<names>[\w\s,$]+)\} from ""(?<from>\.[^""]+)"";$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Import();

    [GeneratedRegex(
        @"^export (?<kind>(async )?function\*? |const |class )(?<name>[\w$]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Export();

    [GeneratedRegex(@"^(?:import|export)\b[^\n]*", RegexOptions.Multiline, 1000)]
    private static partial Regex Leftover();
}
