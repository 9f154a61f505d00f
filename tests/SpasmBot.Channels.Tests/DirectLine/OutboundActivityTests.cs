using System.Text.Json.Nodes;
using SpasmBot.Channels.Cards;
using SpasmBot.Channels.DirectLine;

namespace SpasmBot.Channels.Tests.DirectLine;

public class OutboundActivityTests
{
    private const string Ticks =
        """{"type":"message","text":"é","channelData":{"spasmbot":{"question":"q","kind":"multi","prompt":"p","options":[{"id":"a","title":"A"}]}}}""";

    private static readonly OutboundActivity WithCards = new(
        new AdaptiveCardRenderer(
            new CardWords
            {
                Send = "Send",
                None = "None",
                Unsure = "Unsure",
                Skip = "Skip",
                Mistake = "Mistake",
            }
        )
    );

    [Fact]
    public void For_Ticks_AddsACard_AndLeavesTheRest()
    {
        var activity = JsonNode.Parse(WithCards.For(Ticks))!.AsObject();

        Assert.Single(activity["attachments"]!.AsArray());
        activity.Remove("attachments");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Ticks), activity));
    }

    [Fact]
    public void For_TicksWithAnEmptyListOfAttachments_AddsACard()
    {
        var ticks = Ticks.Replace("\"text\"", "\"attachments\":[],\"text\"", StringComparison.Ordinal);

        Assert.Single(JsonNode.Parse(WithCards.For(ticks))!["attachments"]!.AsArray());
    }

    [Fact]
    public void For_NobodyDrawsCards_LeavesItAlone()
    {
        Assert.Equal(Ticks, new OutboundActivity(null).For(Ticks));
    }

    [Theory]
    [InlineData("""{"type":"message","text":"hello"}""")]
    [InlineData("""{"type":"message","text":"\"spasmbot\""}""")]
    [InlineData("""{"type":"message","channelData":"\"spasmbot\""}""")]
    [InlineData(
        """{"type":"message","channelData":{"spasmbot":{"question":"q","kind":"choice","options":[{"id":"a","title":"A"}]}}}"""
    )]
    [InlineData(
        """{"type":"message","channelData":{"spasmbot":{"answer":{"disposition":"physio","title":"T","sections":[]}}}}"""
    )]
    [InlineData("""{"type":"message","channelData":{"spasmbot":{"kind":7}}}""")]
    [InlineData("""{"type":"message","channelData":{"spasmbot":{"kind":"multi","options":{}}}}""")]
    [InlineData(
        """{"type":"message","attachments":[{"contentType":"image/png"}],"channelData":{"spasmbot":{"question":"q","kind":"multi","options":[{"id":"a","title":"A"}]}}}"""
    )]
    public void For_WhatNeedsNoCard_IsLeftAsItIs(string activity)
    {
        Assert.Equal(activity, WithCards.For(activity));
    }
}
