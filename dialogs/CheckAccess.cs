using SpasmBot.Dialogs.Checks;

namespace SpasmBot.Dialogs;

/// <summary>Opens the check of the conversation that a turn belongs to; the same one for the whole turn.</summary>
public sealed class CheckAccess(BotParts parts, IStatePropertyAccessor<CheckState> accessor)
{
    /// <summary>What the conversation is made of.</summary>
    public BotParts Parts => parts;

    /// <summary>The check as the last turn left it.</summary>
    public async Task<SymptomCheck> OpenAsync(ITurnContext turn, CancellationToken cancellationToken = default)
    {
        var check = turn.TurnState.Get<SymptomCheck>();
        if (check is null)
        {
            var state = await accessor.GetAsync(turn, () => new CheckState(), cancellationToken);
            check = new SymptomCheck(parts, state);
            turn.TurnState.Add(check);
        }

        return check;
    }
}
