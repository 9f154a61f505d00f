using System.Text.Json;
using SpasmBot.Clinical;
using SpasmBot.Contracts;
using SpasmBot.Dialogs.Forms;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests;

public sealed class WireTests
{
    [Fact]
    public void ChannelData_LeavesOutWhatIsNotThere()
    {
        var json = JsonSerializer.Serialize(Wire.ChannelData(new() { Question = "age", Min = 0 }));

        Assert.Equal("""{"spasmbot":{"question":"age","min":0}}""", json);
    }

    [Fact]
    public void ChannelData_Assessment_KeepsItsNullsAsTheApiDoes()
    {
        var assessment = Triage.Assess(Shipped.Protocol, Findings.None);

        var json = JsonSerializer.SerializeToElement(Wire.ChannelData(new() { Assessment = assessment }));

        var written = json.GetProperty("spasmbot").GetProperty("assessment");
        Assert.Equal("self-care", written.GetProperty("disposition").GetString());
        Assert.Equal(JsonValueKind.Null, written.GetProperty("bookWithinDays").ValueKind);
    }

    [Fact]
    public void ChannelData_IsMadeOfPlainValuesThatAnySerialiserWritesTheSame()
    {
        var data =
            (IReadOnlyDictionary<string, object?>)
                Wire.ChannelData(
                    new()
                    {
                        Options = [new OptionData("a", "A")],
                        None = true,
                        Step = 3,
                    }
                );

        var plain = Assert.IsType<Dictionary<string, object?>>(data["spasmbot"]);
        Assert.Equal(3L, plain["step"]);
        Assert.Equal(true, plain["none"]);
        var option = Assert.IsType<Dictionary<string, object?>>(Assert.IsType<List<object?>>(plain["options"])[0]);
        Assert.Equal("A", option["title"]);
    }

    [Fact]
    public void ChannelData_Handoff_IsTheWordOfTheContract() =>
        Assert.Equal(
            """{"spasmbot":{"handoff":"waiting"}}""",
            JsonSerializer.Serialize(Wire.ChannelData(new() { Handoff = HandoffState.Waiting }))
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("hello")]
    [InlineData("[{}]")]
    [InlineData("{\"a\":")]
    public void Read_WhatIsNoObject_IsNoValue(string? value) => Assert.Null(Wire.Read(value));

    [Fact]
    public void Read_JsonElementOrDictionaryOrText_IsReadTheSame()
    {
        const string Text = """{"question":"where","selected":["at-neck"]}""";
        object[] values =
        [
            Text,
            JsonDocument.Parse(Text).RootElement,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["question"] = "where",
                ["selected"] = new[] { "at-neck" },
            },
        ];

        Assert.All(
            values,
            value =>
            {
                var read = Wire.Read(value);
                Assert.Equal("where", read!.Question);
                Assert.Equal(["at-neck"], read.Selected!);
            }
        );
    }

    [Fact]
    public void Read_FieldsOfTheWrongType_AreNotThere()
    {
        var read = Wire.Read(
            """{"question":7,"command":["back"],"selected":5,"unsure":{},"none":"yes","skip":1,"value":[1]}"""
        )!;

        Assert.Null(read.Question);
        Assert.Null(read.Command);
        Assert.Null(read.Selected);
        Assert.Null(read.Unsure);
        Assert.Null(read.Value);
        Assert.Null(read.Fields);
        Assert.False(read.IsNone || read.IsSkip || read.IsUnsure);
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("7.5", "7.5")]
    [InlineData("\"seven\"", "seven")]
    [InlineData("true", "true")]
    [InlineData("null", null)]
    [InlineData("{\"a\":1}", null)]
    public void Read_Value_IsItsText(string value, string? text) =>
        Assert.Equal(text, Wire.Read($"{{\"value\":{value}}}")!.Value);

    [Fact]
    public void Read_Form_HasItsTextsAndTheLastOfTwo()
    {
        var fields = Wire.Read("""{"value":{"name":"A","name":"B","phone":27,"deep":{"x":1},"none":null}}""")!.Fields!;

        Assert.Equal(["name", "phone"], fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("B", "27"), (fields["name"], fields["phone"]));
    }

    [Fact]
    public void Json_WrittenAndRead_IsTheSame()
    {
        var contact = new ContactDetails("Zoë 😀", "+27825550100", Email: null, When: "after four");

        Assert.Equal(contact, Wire.FromJson<ContactDetails>(Wire.Json(contact)));
    }
}
