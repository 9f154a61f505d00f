using SpasmBot.Runtime;

namespace SpasmBot.Host.Conversations;

/// <summary>Makes the bot that answers a turn, over the state of its conversation.</summary>
public delegate IBot BotFactory(ConversationState state);

/// <summary>How the bot appears in a conversation.</summary>
/// <param name="Id">Its account on every channel of ours.</param>
/// <param name="Name">What people see.</param>
/// <param name="TurnFailed">The one sentence a person gets when an answer could not be worked out.</param>
/// <param name="ProtocolVersion">Kept with every turn.</param>
public sealed record BotIdentity(string Id, string Name, string TurnFailed, string ProtocolVersion);
