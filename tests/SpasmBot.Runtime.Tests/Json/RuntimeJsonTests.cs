using System.Text;
using System.Text.Json;

namespace SpasmBot.Runtime.Tests.Json;

public class RuntimeJsonTests
{
    public static TheoryData<object> Values =>
        [
            "text",
            true,
            7,
            8L,
            1.0,
            2.5f,
            3.5m,
            double.NaN,
            new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)),
            TimeSpan.FromMinutes(3),
            Guid.Empty,
            DayOfWeek.Friday,
            new Uri("https://example.org"),
            new[] { 1, 2 },
            new List<string> { "a" },
            new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1 },
            (1, "two"),
        ];

    [Theory]
    [MemberData(nameof(Values))]
    public void AnItem_ComesBackWithItsType(object value)
    {
        var back = RoundTrip(value);
        Assert.Equal(value.GetType(), back.GetType());
        Assert.Equal(value, back);
    }

    [Fact]
    public void ValuesInside_ComeBackWithTheirTypes()
    {
        var state = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["own"] = new Answer { Value = 5L, More = [new Answer { Value = "x" }] },
            ["map"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["when"] = TimeSpan.FromDays(3) },
            ["list"] = new List<object> { 1, 2L, "three" },
            ["nothing"] = null!,
        };

        var back = (IDictionary<string, object>)RoundTrip(state);

        var own = Assert.IsType<Answer>(back["own"]);
        Assert.Equal(5L, own.Value);
        Assert.Equal("x", own.More[0].Value);
        Assert.Equal(TimeSpan.FromDays(3), ((IDictionary<string, object>)back["map"])["when"]);
        Assert.Equal([1, 2L, "three"], Assert.IsType<List<object>>(back["list"]));
        Assert.Null(back["nothing"]);
    }

    [Fact]
    public void TheCommonKinds_AreWrittenPlainly()
    {
        var state = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["a"] = "x",
            ["b"] = 1,
            ["c"] = true,
        };
        Assert.Equal("""{"a":"x","b":1,"c":true}""", Text(RuntimeJson.SerializeItem(state)));
    }

    [Fact]
    public void JsonElements_StayElements_WhateverTheySay()
    {
        // What a client sent must never be taken for the name of a type.
        var sent = JsonElement.Parse("""{"$type":"System.Uri, System.Private.Uri","$value":"https://x"}""");
        var back = RoundTrip(new Dictionary<string, object>(StringComparer.Ordinal) { ["sent"] = sent });

        var element = Assert.IsType<JsonElement>(((IDictionary<string, object>)back)["sent"]);
        Assert.Equal("https://x", element.GetProperty("$value").GetString());
    }

    [Fact]
    public void ADictionary_WithReservedKeys_StaysADictionary()
    {
        var map = new Dictionary<string, object>(StringComparer.Ordinal) { ["$type"] = "System.Uri", ["$value"] = "x" };
        var back = Assert.IsAssignableFrom<IDictionary<string, object>>(RoundTrip(map));
        Assert.Equal("System.Uri", back["$type"]);
    }

    [Theory]
    [InlineData("System.Diagnostics.Process, System.Diagnostics.Process")]
    [InlineData("System.IO.FileInfo")]
    [InlineData("System.Collections.Generic.List`1[[System.IO.FileInfo]]")]
    [InlineData("No.Such.Type, Nowhere")]
    public void ATypeThatMayNotBeMade_IsLeftAsData(string type)
    {
        var item = RuntimeJson.DeserializeItem(Encoding.UTF8.GetBytes($$"""{"$type":"{{type}}","$value":{"a":1} }"""));
        Assert.Equal(1, Assert.IsType<JsonElement>(item).GetProperty("a").GetInt32());
    }

    [Fact]
    public void AStoredTypeThatIsGone_IsReadAsTheTypeAskedFor()
    {
        var stored = """{"answer":{"$type":"Old.Answer, Gone","$value":{"value":"kept"}}}"""u8.ToArray();
        var state = (IDictionary<string, object>)RuntimeJson.DeserializeItem(stored);
        Assert.Equal("kept", RuntimeJson.ConvertTo<Answer>(state["answer"]).Value);
    }

    [Fact]
    public void ConvertTo_ReadsWhateverFormAStoreUsed()
    {
        Assert.Equal(5, RuntimeJson.ConvertTo<int>(5L));
        Assert.Equal(5m, RuntimeJson.ConvertTo<decimal>(JsonElement.Parse("5")));
        Assert.Equal("x", RuntimeJson.ConvertTo<Answer>(new { value = "x" }).Value);
        Assert.Null(RuntimeJson.ConvertTo<Answer>(null));
        Assert.True(RuntimeJson.TryConvertTo<int>("7", out var seven));
        Assert.Equal(7, seven);
        Assert.False(RuntimeJson.TryConvertTo<int>("many", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\":}")]
    public void WhatIsNotJson_IsRefused(string json) =>
        Assert.ThrowsAny<JsonException>(() =>
            Assert
                .IsAssignableFrom<IDictionary<string, object>>(
                    RuntimeJson.DeserializeItem(Encoding.UTF8.GetBytes(json))
                )
                .Count.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );

    [Fact]
    public void AnInterface_KeepsTheTypeBehindIt()
    {
        var back = (Drawing)RoundTrip(new Drawing { Shape = new Circle(2) });
        Assert.Equal(new Circle(2), back.Shape);
    }

    [Fact]
    public void DeepState_ComesBack()
    {
        IDictionary<string, object> state = new Dictionary<string, object>(StringComparer.Ordinal) { ["leaf"] = 1 };
        for (var depth = 0; depth < 100; depth++)
        {
            state = new Dictionary<string, object>(StringComparer.Ordinal) { ["inner"] = state };
        }

        var back = (IDictionary<string, object>)RoundTrip(state);
        while (back.TryGetValue("inner", out var inner))
        {
            back = (IDictionary<string, object>)inner;
        }

        Assert.Equal(1, back["leaf"]);
    }

    private static object RoundTrip(object item) => RuntimeJson.DeserializeItem(RuntimeJson.SerializeItem(item));

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    public class Answer
    {
        public object? Value { get; set; }

        public IList<Answer> More { get; set; } = [];
    }

    public interface IShape;

    public sealed record Circle(int Radius) : IShape;

    public class Drawing
    {
        public IShape? Shape { get; set; }
    }
}
