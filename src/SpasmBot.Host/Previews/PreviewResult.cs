using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpasmBot.Host.Settings;
using SpasmBot.Widget;

namespace SpasmBot.Host.Previews;

/// <summary>What became of a form: what is wrong with it, what was made of its colour, and the settings to copy.</summary>
/// <param name="Faults">Sentences; with any, the preview stays as it was.</param>
/// <param name="Colour">Whether the colour can be read, and what is shown in its place where it cannot.</param>
/// <param name="Json">For <c>appsettings.json</c>: what differs from what the server runs with.</param>
/// <param name="Environment">The same as environment variables, one a line.</param>
public sealed record PreviewResult(IReadOnlyList<string> Faults, string Colour, string Json, string Environment)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static PreviewResult Of(PreviewForm form, PreviewForm running)
    {
        var checkedOptions = new ClinicOptionsValidator().Validate(name: null, form.ToOptions());
        if (checkedOptions.Failed)
            return new([.. checkedOptions.Failures], "", "", "");
        var settings = SettingsOf(form, running);
        return settings.Count == 0
            ? new([], ReadingOf(form.Colour), "", "")
            : new(
                [],
                ReadingOf(form.Colour),
                settings.ToJsonString(Readable),
                string.Join('\n', Variables(settings, ""))
            );
    }

    private static string ReadingOf(string colour)
    {
        var (light, dark) = AccentPalette.From(colour);
        var brand = Widget.Colour.Parse(colour);
        return (light.Accent == brand, dark.Accent == brand) switch
        {
            (true, true) => "This colour can be read on light and on dark pages.",
            (true, false) => $"On dark pages this colour is too dark to read. There we show {dark.Accent}.",
            (false, true) => $"On light pages this colour is too pale to read. There we show {light.Accent}.",
            _ => $"This colour is hard to read. We show {light.Accent} on light pages and {dark.Accent} on dark ones.",
        };
    }

    private static JsonObject SettingsOf(PreviewForm form, PreviewForm running)
    {
        var (options, clinic, settings) = (form.ToOptions(), new JsonObject(), new JsonObject());
        Set("Name", form.Name, running.Name, options.Name);
        Set("Greeting", form.Greeting, running.Greeting, options.Greeting ?? "");
        Set("ReceptionPhone", form.Phone, running.Phone, options.ReceptionPhone);
        Set("AmbulanceNumbers", form.Ambulance, running.Ambulance, options.AmbulanceNumbers);
        Set("Hours", form.Hours, running.Hours, options.Hours);
        Set("AccentColour", form.Colour, running.Colour, options.AccentColour);
        if (clinic.Count > 0)
            settings["Clinic"] = clinic;
        if (form.Logo != running.Logo)
            settings["Widget"] = new JsonObject { ["LogoUrl"] = form.Logo };
        return settings;

        void Set<T>(string setting, string typed, string now, T value)
        {
            if (typed != now)
                clinic[setting] = JsonSerializer.SerializeToNode(value);
        }
    }

    private static IEnumerable<string> Variables(JsonNode node, string path) =>
        node switch
        {
            JsonObject group => group.SelectMany(one => Variables(one.Value!, Join(path, one.Key))),
            JsonArray list => list.Index().SelectMany(one => Variables(one.Item!, Join(path, $"{one.Index}"))),
            _ => [$"{path}='{node.ToString().Replace("'", "'\\''", StringComparison.Ordinal)}'"],
        };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}__{name}";
}
