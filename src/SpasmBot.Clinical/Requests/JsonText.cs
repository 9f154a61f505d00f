using System.Text.Json;

namespace SpasmBot.Clinical.Requests;

/// <summary>
/// JSON can be well formed and still hold half a character ("\ud800"), at which every later reading of the text or
/// the name throws.
/// </summary>
internal static class JsonText
{
    /// <summary>Whether any text or name in it cannot be read.</summary>
    public static bool IsBroken(JsonElement element)
    {
        try
        {
            Read(element);
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static void Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Read(item);
                }
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    Read(property.Value);
                }
                break;
        }
    }
}
