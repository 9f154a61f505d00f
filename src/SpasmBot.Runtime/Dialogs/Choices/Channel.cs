using SpasmBot.Runtime.Connector;

namespace SpasmBot.Runtime.Dialogs.Choices;

/// <summary>What the channels can show.</summary>
public static class Channel
{
    /// <summary>Whether so many buttons under a message are shown. Teams shows a few, and only in a personal chat.</summary>
    public static bool SupportsSuggestedActions(
        string channelId,
        int buttonCnt = 100,
        string conversationType = null
    ) =>
        channelId switch
        {
            Channels.Facebook or Channels.Skype => buttonCnt <= 10,
            Channels.Line => buttonCnt <= 13,
            Channels.Kik => buttonCnt <= 20,
            Channels.Telegram
            or Channels.Emulator
            or Channels.Directline
            or Channels.DirectlineSpeech
            or Channels.Webchat => buttonCnt <= 100,
            Channels.Msteams => conversationType == "personal" && buttonCnt <= 3,
            _ => false,
        };

    /// <summary>Whether so many buttons on a card are shown.</summary>
    public static bool SupportsCardActions(string channelId, int buttonCnt = 100) =>
        channelId switch
        {
            Channels.Facebook or Channels.Skype => buttonCnt <= 3,
            Channels.Msteams => buttonCnt <= 50,
            Channels.Line => buttonCnt <= 99,
            Channels.Slack
            or Channels.Telegram
            or Channels.Emulator
            or Channels.Directline
            or Channels.DirectlineSpeech
            or Channels.Webchat
            or Channels.Cortana => buttonCnt <= 100,
            _ => false,
        };

    /// <summary>Whether earlier messages stay in sight.</summary>
    public static bool HasMessageFeed(string channelId) => channelId != Channels.Cortana;

    /// <summary>How many characters a button shows.</summary>
    public static int MaxActionTitleLength(string channelId) => 20;

    /// <summary>The channel of a turn; empty if it has none.</summary>
    public static string GetChannelId(ITurnContext turnContext) => turnContext.Activity.ChannelId ?? string.Empty;
}
