using System.Text.Json.Nodes;
using SpasmBot.Channels.Inbound;

namespace SpasmBot.Channels.Tests.Inbound;

public class SubmittedValueTests
{
    [Theory]
    [InlineData("""{"question":"q","selected":"a,b"}""", """{"question":"q","selected":["a","b"]}""")]
    [InlineData("""{"question":"q","selected":" a , b ,"}""", """{"question":"q","selected":["a","b"]}""")]
    [InlineData("""{"question":"q","selected":""}""", """{"question":"q","selected":[]}""")]
    [InlineData("""{"question":"q","selected":["a","b"]}""", """{"question":"q","selected":["a","b"]}""")]
    [InlineData("""{"question":"q","none":"true"}""", """{"question":"q","none":true}""")]
    [InlineData("""{"question":"q","unsure":"a,b"}""", """{"question":"q","unsure":["a","b"]}""")]
    [InlineData("""{"question":"q","unsure":"true"}""", """{"question":"q","unsure":true}""")]
    [InlineData("""{"question":"q","skip":"True"}""", """{"question":"q","skip":true}""")]
    [InlineData("""{"question":"q","number":true,"value":"7"}""", """{"question":"q","value":7}""")]
    [InlineData("""{"question":"q","number":true,"value":"seven"}""", """{"question":"q","value":"seven"}""")]
    [InlineData("""{"question":"q","number":true,"value":7}""", """{"question":"q","value":7}""")]
    [InlineData("""{"question":"q","value":"7"}""", """{"question":"q","value":"7"}""")]
    [InlineData("""{"command":"back"}""", """{"command":"back"}""")]
    [InlineData("""{"question":"q","value":null}""", """{"question":"q","value":null}""")]
    [InlineData("""{"a":"x\u0000y","b\u0000":{"c":["d\u202e"]}}""", """{"a":"xy","b":{"c":["d"]}}""")]
    [InlineData("""{"$type":"System.Object","question":"q"}""", """{"question":"q"}""")]
    [InlineData("""{"question":"q","value":1e999}""", """{"question":"q","value":"1e999"}""")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("[1,true,null]", "[1,true,null]")]
    public void From_IsWhatTheDialogsExpect(string submitted, string expected)
    {
        var value = SubmittedValue.From(JsonNode.Parse(submitted));

        Assert.Equal(expected, value!.ToJsonString());
    }

    [Fact]
    public void From_Nothing_IsNothing()
    {
        Assert.Null(SubmittedValue.From(null));
    }

    [Fact]
    public void From_LeavesWhatItWasGivenAlone()
    {
        var given = JsonNode.Parse("""{"selected":"a,b"}""");

        SubmittedValue.From(given);

        Assert.Equal("""{"selected":"a,b"}""", given!.ToJsonString());
    }
}
