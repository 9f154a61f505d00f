using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpasmBot.Runtime.Json;

/// <summary>Values of a declared interface or abstract type in state keep their type, as those of declared type object do.</summary>
internal sealed class OpenTypeConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        (typeToConvert.IsInterface || typeToConvert.IsAbstract)
        && !typeof(IEnumerable).IsAssignableFrom(typeToConvert)
        && typeToConvert.Namespace?.StartsWith("System", StringComparison.Ordinal) is not true
        && !typeToConvert.IsDefined(typeof(JsonConverterAttribute), inherit: false)
        && !typeToConvert.IsDefined(typeof(JsonDerivedTypeAttribute), inherit: false);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(OpenTypeConverter<>).MakeGenericType(typeToConvert));

    private sealed class OpenTypeConverter<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.StartObject && TypedValue.Starts(reader)
                ? (T)TypedValue.Read(ref reader, typeToConvert, options)
                : throw new JsonException($"A {typeToConvert} is stored with a type that is known.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            TypedValue.Write(writer, value, value.GetType(), options);
    }
}
