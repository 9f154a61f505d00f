using System.Text.Json;

namespace SpasmBot.Runtime.Tests.Schema;

public class ActivityJsonTests
{
    [Fact]
    public void AnActivity_IsWrittenInCamelCase_WithoutWhatIsNotSet()
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            Text = "Größe ’5’ <b>",
            Timestamp = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            From = new ChannelAccount("bot"),
            SuggestedActions = new SuggestedActions
            {
                Actions = [new CardAction(ActionTypes.ImBack, "Yes", value: "yes")],
            },
        };

        Assert.Equal(
            """{"type":"message","timestamp":"2026-01-02T03:04:05+00:00","from":{"id":"bot"},"text":"Größe ’5’ <b>","suggestedActions":{"actions":[{"type":"imBack","title":"Yes","value":"yes"}]}}""",
            JsonSerializer.Serialize(activity, RuntimeJson.Options)
        );
    }

    [Fact]
    public void UnknownProperties_AreKeptAndSentOn()
    {
        const string Json =
            """{"type":"message","text":"x","from":{"id":"u","tenant":"t"},"conversation":{"id":"c","extra":1},"futureProperty":{"a":[1,2]}}""";

        var activity = Parse(Json);

        Assert.Equal(2, activity.Properties["futureProperty"]!["a"]!.AsArray().Count);
        Assert.Equal("t", (string?)activity.From.Properties["tenant"]);
        var again = Parse(JsonSerializer.Serialize(activity, RuntimeJson.Options));
        Assert.Equal("""{"a":[1,2]}""", again.Properties["futureProperty"]!.ToJsonString());
        Assert.Equal(1, (int?)again.Conversation.Properties["extra"]);
    }

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("true", true)]
    [InlineData("5", 5L)]
    [InlineData("1.5", 1.5)]
    public void ASimpleValue_IsReadAsItself(string json, object value) =>
        Assert.Equal(value, Parse($$"""{"type":"message","value":{{json}}}""").Value);

    [Fact]
    public void AnObjectValue_IsReadAsAnElement_AndSentOnAsItCame()
    {
        var activity = Parse(
            """{"type":"message","value":{"question":"age","value":7},"channelData":{"postBack":true}}"""
        );

        Assert.Equal("age", Assert.IsType<JsonElement>(activity.Value).GetProperty("question").GetString());
        Assert.True(((JsonElement)activity.ChannelData).GetProperty("postBack").GetBoolean());
        Assert.Contains(
            "\"value\":{\"question\":\"age\",\"value\":7}",
            JsonSerializer.Serialize(activity, RuntimeJson.Options),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ValueAndChannelData_AreWrittenPlainly_WhateverTheirType()
    {
        var activity = new Activity
        {
            Value = new { A = new object[] { 1, "x", new { B = 2.5 } } },
            ChannelData = new Dictionary<string, object>(StringComparer.Ordinal) { ["spasmbot"] = new List<int> { 1 } },
        };

        Assert.Equal(
            """{"channelData":{"spasmbot":[1]},"value":{"a":[1,"x",{"b":2.5}]}}""",
            JsonSerializer.Serialize(activity, RuntimeJson.Options)
        );
    }

    [Fact]
    public void Attachments_AreWrittenByTheirContent()
    {
        var card = new HeroCard(
            "Title",
            text: "Text",
            buttons: [new CardAction(ActionTypes.PostBack, "Go", value: new { a = 1 })]
        );
        var json = JsonSerializer.Serialize(new Activity { Attachments = [card.ToAttachment()] }, RuntimeJson.Options);

        Assert.Equal(
            """{"attachments":[{"contentType":"application/vnd.microsoft.card.hero","content":{"title":"Title","text":"Text","buttons":[{"type":"postBack","title":"Go","value":{"a":1}}]}}]}""",
            json
        );
        Assert.Equal(JsonValueKind.Object, ((JsonElement)Parse(json).Attachments[0].Content).ValueKind);
    }

    [Fact]
    public void Entities_KeepWhatTheyCarry_AndAreReadAsTheirType()
    {
        const string Json =
            """{"entities":[{"type":"mention","mentioned":{"id":"bot"},"text":"<at>Bot</at>"},{"type":"clientInfo","country":"GB"}]}""";

        var activity = Parse(Json);

        Assert.Equal("bot", activity.GetMentions()[0].Mentioned.Id);
        Assert.Equal("GB", (string?)activity.Entities[1].Properties["country"]);
        Assert.Equal(Json, JsonSerializer.Serialize(activity, RuntimeJson.Options));
        var mention = new Activity { Entities = [new Mention(new ChannelAccount("bot"), "Bot")] };
        Assert.Equal(
            """{"entities":[{"mentioned":{"id":"bot"},"text":"Bot","type":"mention"}]}""",
            JsonSerializer.Serialize(mention, RuntimeJson.Options)
        );
    }

    [Fact]
    public void AnEntity_TakesOverAnother()
    {
        var entity = new Entity();
        entity.SetAs(new Mention(new ChannelAccount("bot"), "Bot"));

        Assert.Equal("mention", entity.Type);
        Assert.Equal("Bot", entity.GetAs<Mention>().Text);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"type\":5}")]
    [InlineData("{\"type\":\"message\",\"timestamp\":\"soon\"}")]
    [InlineData("{\"from\":\"me\"}")]
    public void WhatIsNoActivity_IsRefused(string json) => Assert.Throws<JsonException>(() => Parse(json));

    private static Activity Parse(string json) => JsonSerializer.Deserialize<Activity>(json, RuntimeJson.Options)!;
}
