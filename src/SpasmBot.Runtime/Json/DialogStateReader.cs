using System.Text.Json;
using SpasmBot.Runtime.Dialogs;

namespace SpasmBot.Runtime.Json;

/// <summary>Reads a dialog stack without reading what its dialogs remember: most of that is written back as it was.</summary>
internal static class DialogStateReader
{
    public static DialogState Read(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, RuntimeJson.StateReader);
        var state = new DialogState();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isStack = Is(ref reader, "dialogStack"u8, "DialogStack"u8);
            reader.Read();
            if (isStack && reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    state.DialogStack.Add(ReadInstance(ref reader, json));
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return state;
    }

    private static DialogInstance ReadInstance(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        var instance = new DialogInstance();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "id"u8, "Id"u8))
            {
                reader.Read();
                instance.Id = reader.GetString();
            }
            else if (Is(ref reader, "version"u8, "Version"u8))
            {
                reader.Read();
                instance.Version = reader.GetString();
            }
            else if (Is(ref reader, "state"u8, "State"u8))
            {
                instance.State = ReadState(ref reader, json);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return instance;
    }

    private static StateBag ReadState(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return reader.TokenType == JsonTokenType.EndObject
            ? new StateBag(json[start..(int)reader.BytesConsumed])
            : new StateBag();
    }

    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ReadOnlySpan<byte> otherCase) =>
        reader.ValueTextEquals(name) || reader.ValueTextEquals(otherCase);
}
