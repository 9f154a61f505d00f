using SpasmBot.Runtime.Connector;

namespace SpasmBot.Runtime.Tests.Dialogs.Choices;

public class ChoiceFactoryTests
{
    private static readonly IList<Choice> Colors = ChoiceFactory.ToChoices(["red", "green", "blue"]);

    [Fact]
    public void Inline_WritesChoicesIntoTheSentence()
    {
        Assert.Equal("select: (1) red, (2) green, or (3) blue", ChoiceFactory.Inline(Colors, "select:").Text);
        Assert.Equal("select: (1) red or (2) green", ChoiceFactory.Inline([.. Colors.Take(2)], "select:").Text);
        var options = new ChoiceFactoryOptions("; ", inlineOrMore: " and ", includeNumbers: false);
        Assert.Equal("select: red; green and blue", ChoiceFactory.Inline(Colors, "select:", options: options).Text);
        Assert.Equal(InputHints.ExpectingInput, ChoiceFactory.Inline(Colors).InputHint);
    }

    [Fact]
    public void List_WritesALineAChoice()
    {
        Assert.Equal("select:\n\n   1. red\n   2. green\n   3. blue", ChoiceFactory.List(Colors, "select:").Text);
        var options = new ChoiceFactoryOptions { IncludeNumbers = false };
        Assert.Equal(
            "select:\n\n   - red\n   - green\n   - blue",
            ChoiceFactory.List(Colors, "select:", options: options).Text
        );
    }

    [Fact]
    public void SuggestedAction_HasAButtonAChoice_OrTheChoicesOwn()
    {
        var own = new CardAction(ActionTypes.PostBack, title: "Own", value: "own value");
        var message = ChoiceFactory.SuggestedAction([.. Colors, new Choice("x") { Action = own }], "select:");

        Assert.Equal("select:", message.Text);
        var buttons = message.SuggestedActions.Actions;
        Assert.Equal((ActionTypes.ImBack, "red", (object)"red"), (buttons[0].Type, buttons[0].Title, buttons[0].Value));
        Assert.Same(own, buttons[3]);
    }

    [Fact]
    public void HeroCard_HasTheTextAndTheButtonsOnTheCard()
    {
        var message = ChoiceFactory.HeroCard(Colors, "select:");

        var card = Assert.IsType<HeroCard>(Assert.Single(message.Attachments).Content);
        Assert.Equal(HeroCard.ContentType, message.Attachments[0].ContentType);
        Assert.Equal("select:", card.Text);
        Assert.Equal(["red", "green", "blue"], card.Buttons.Select(b => b.Title));
    }

    [Fact]
    public void ForChannel_UsesWhatTheChannelShowsBest()
    {
        Assert.NotNull(ChoiceFactory.ForChannel(Channels.Webchat, Colors, "?").SuggestedActions);
        Assert.NotNull(ChoiceFactory.ForChannel(Channels.Directline, Colors, "?").SuggestedActions);
        Assert.Single(ChoiceFactory.ForChannel(Channels.Cortana, Colors, "?").Attachments);
        Assert.Single(
            ChoiceFactory.ForChannel(Channels.Msteams, Colors, "?", conversationType: "groupChat").Attachments
        );
        Assert.Equal("? (1) red, (2) green, or (3) blue", ChoiceFactory.ForChannel(Channels.Sms, Colors, "?").Text);
        Assert.StartsWith("?\n\n   1. red", ChoiceFactory.ForChannel(Channels.Sms, [.. Colors, new("x")], "?").Text);
    }

    [Fact]
    public void ForChannel_InAPersonalTeamsChat_AddressesTheButtons()
    {
        var message = ChoiceFactory.ForChannel(
            Channels.Msteams,
            Colors,
            "?",
            conversationType: "personal",
            toList: ["user"]
        );
        Assert.Equal("user", Assert.Single(message.SuggestedActions.To));
    }

    [Fact]
    public void ForChannel_LongTitles_AreAlwaysAList()
    {
        var choices = ChoiceFactory.ToChoices(["a title of more than twenty characters", "b"]);
        Assert.StartsWith("?\n\n   1. a title", ChoiceFactory.ForChannel(Channels.Webchat, choices, "?").Text);
    }

    [Theory]
    [InlineData(Channels.Line, 13, true)]
    [InlineData(Channels.Line, 14, false)]
    [InlineData(Channels.Skype, 11, false)]
    [InlineData(Channels.Kik, 20, true)]
    [InlineData(Channels.Emulator, 101, false)]
    [InlineData(Channels.Email, 1, false)]
    public void SupportsSuggestedActions_KnowsTheChannelsLimits(string channel, int buttons, bool supported) =>
        Assert.Equal(supported, Channel.SupportsSuggestedActions(channel, buttons));

    [Theory]
    [InlineData(Channels.Line, 99, true)]
    [InlineData(Channels.Line, 100, false)]
    [InlineData(Channels.Skype, 5, false)]
    [InlineData(Channels.Slack, 100, true)]
    public void SupportsCardActions_KnowsTheChannelsLimits(string channel, int buttons, bool supported) =>
        Assert.Equal(supported, Channel.SupportsCardActions(channel, buttons));
}
