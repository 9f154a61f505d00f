namespace SpasmBot.Channels.Cards;

/// <summary>What stands on a card's buttons; the words themselves are the bot's, in its words folder.</summary>
public sealed record CardWords
{
    /// <summary>Sends what was ticked or filled in.</summary>
    public required string Send { get; init; }

    public required string None { get; init; }

    public required string Unsure { get; init; }

    public required string Skip { get; init; }

    /// <summary>Takes an emergency sign back.</summary>
    public required string Mistake { get; init; }
}
