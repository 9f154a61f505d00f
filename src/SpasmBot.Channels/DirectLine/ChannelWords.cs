namespace SpasmBot.Channels.DirectLine;

/// <summary>What the channel itself has to say to a person; the words are the bot's, in its words folder.</summary>
/// <param name="NotSaved">A message could not be stored, and may be sent again.</param>
public sealed record ChannelWords(string NotSaved);
