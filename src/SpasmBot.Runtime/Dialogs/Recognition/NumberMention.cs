namespace SpasmBot.Runtime.Dialogs.Recognition;

/// <summary>A number in a text: where it stands (both ends included), what it is, and whether it names a place in an order.</summary>
internal readonly record struct NumberMention(int Start, int End, decimal Value, bool IsOrdinal);
