using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using SpasmBot.Channels.DirectLine;
using SpasmBot.Runtime;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Channels.Tests.DirectLine;

public class InboundActivityTests
{
    private static readonly Speaker Me = new("c1", "dl_me", DateTimeOffset.UnixEpoch);

    [Fact]
    public void TryRead_Message_KeepsOnlyWhatAPersonsMessageHas()
    {
        var read = Read(
            """
            {"type":"message","text":"it \u0000hurts","locale":"en-ZA","replyToId":"a1","attachments":[{"contentType":"text/html"}],
             "entities":[{"type":"mention"}],"serviceUrl":"http://evil.example","recipient":{"id":"x"},"speak":"x","inputHint":"x",
             "channelData":{"clientActivityID":"1.2","postBack":true,"spasmbot":{"assessment":{}},"other":1}}
            """
        );

        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(
                    """
                    {"type":"message","channelId":"directline","timestamp":"1970-01-01T00:00:00.0000000+00:00",
                     "conversation":{"id":"c1"},"from":{"id":"dl_me","role":"user"},"textFormat":"plain","text":"it hurts",
                     "locale":"en-ZA","replyToId":"a1","channelData":{"clientActivityID":"1.2","postBack":true}}
                    """
                ),
                read
            )
        );
    }

    [Fact]
    public void TryRead_SubmittedCard_HasItsValueAndNoText()
    {
        var read = Read(
            """{"type":"message","value":{"question":"where","selected":"a,b"},"channelData":{"postBack":true}}"""
        );

        Assert.Equal("""{"question":"where","selected":["a","b"]}""", read["value"]!.ToJsonString());
        Assert.False(read.ContainsKey("text"));
    }

    [Fact]
    public void TryRead_Event_HasNameAndValue()
    {
        var read = Read("""{"type":"event","name":"page.shown","value":{"path":"/"},"text":"dropped"}""");

        Assert.Equal("page.shown", read["name"]!.GetValue<string>());
        Assert.Equal("/", read["value"]!["path"]!.GetValue<string>());
        Assert.False(read.ContainsKey("text"));
    }

    [Fact]
    public void TryRead_HalfAnEmoji_IsNoFault()
    {
        Assert.Equal("ow ", Read("""{"type":"message","text":"ow \ud83d"}""")["text"]!.GetValue<string>());
    }

    [Fact]
    public void TryRead_NoLocale_IsLeftOut()
    {
        Assert.False(Read("""{"type":"message","text":"x","locale":"<b>"}""").ContainsKey("locale"));
    }

    [Fact]
    public void TryRead_AnyBytes_AreReadOrBlamedNeverThrown()
    {
        Gen.Byte.Array[0, 60].Sample(bytes => Attempt(bytes));
    }

    [Fact]
    public void TryRead_AnyJsonOfTheRightNames_IsReadOrBlamedNeverThrown()
    {
        var scalar = Gen.OneOf(
            "null",
            "true",
            "7",
            "-0.5e3",
            "1e999",
            "\"\"",
            "\"message\"",
            "\"event\"",
            "\"typing\"",
            "\"\\ud83d\"",
            "\"\\u0000\"",
            "\"a,b\"",
            "{}",
            "[]",
            "[[\"\\udc00\"]]",
            "{\"id\":7}",
            "{\"$type\":\"x\"}"
        );
        var name = Gen.OneOf(
            "type",
            "text",
            "value",
            "from",
            "locale",
            "name",
            "channelData",
            "replyToId",
            "\\ud800",
            "attachments"
        );
        Gen.Select(name, scalar, (n, s) => $"\"{n}\":{s}")
            .List[0, 6]
            .Select(fields => "{" + string.Join(',', fields) + "}")
            .Sample(json => Attempt(Encoding.UTF8.GetBytes(json)));
    }

    // Either the fault is there or an activity, which the bot can read.
    private static bool Attempt(byte[] body)
    {
        var read = InboundActivity.TryRead(body, Me, out var activity, out var fault);
        return read
            ? JsonSerializer.Deserialize<Activity>(activity!.Json, RuntimeJson.Options) is not null
            : fault!.Field.Length > 0;
    }

    private static JsonObject Read(string body)
    {
        Assert.True(InboundActivity.TryRead(Encoding.UTF8.GetBytes(body), Me, out var activity, out _));
        return JsonNode.Parse(activity.Json)!.AsObject();
    }
}
