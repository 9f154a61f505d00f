using SpasmBot.Clinical;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Dialogs.Wording;

namespace SpasmBot.Dialogs.Checks;

/// <content>Emergencies: found after every answer, at any step.</content>
public sealed partial class SymptomCheck
{
    private const int MostTicks = 10;

    private static readonly string[] EmergencyLevels =
    [
        DispositionId.Of(Disposition.Ambulance),
        DispositionId.Of(Disposition.Emergency),
    ];

    /// <summary>Whether the answers so far are an emergency.</summary>
    public bool IsEmergency => EmergencyReasons.Count > 0;

    /// <summary>The rules of emergency level that fire.</summary>
    public IReadOnlyList<Reason> EmergencyReasons =>
        [.. Assessment.Reasons.Where(reason => EmergencyLevels.Contains(reason.Disposition))];

    /// <summary>
    /// Whether there is an emergency that the person has not been told about: another reason, or the level that stands
    /// after what raised it was taken back.
    /// </summary>
    public bool HasNewEmergency =>
        IsEmergency
        && (
            state.LastDisposition != Assessment.Disposition
            || EmergencyReasons.Any(reason => !state.EmergencyRulesShown.Contains(reason.Rule))
        );

    /// <summary>Whether thoughts of self-harm, or not being safe at home, are among the reasons.</summary>
    public bool IsCrisis => EmergencyReasons.Any(IsCrisisRule);

    /// <summary>Whether a crisis is all there is: its text then stands in place of the emergency department's.</summary>
    public bool IsCrisisOnly => IsCrisis && EmergencyReasons.All(IsCrisisRule);

    /// <summary>The signs behind the emergency: those that can have been ticked by mistake.</summary>
    public IReadOnlyList<string> EmergencySigns =>
        [
            .. EmergencyReasons
                .SelectMany(reason => reason.Because)
                .Where(cause => cause.Value is null)
                .Select(cause => cause.Finding)
                .SelectMany(Givers)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Remembers what the person has been told.</summary>
    public void EmergencyWasShown() => state.EmergencyRulesShown = [.. EmergencyReasons.Select(reason => reason.Rule)];

    /// <summary>"I ticked this by mistake": every sign behind the emergency is asked again precisely.</summary>
    /// <returns>False when there is nothing to take back.</returns>
    public bool TryRecheck()
    {
        if (!IsEmergency)
        {
            return false;
        }

        state.Recheck = [.. state.Recheck.Union(EmergencySigns, StringComparer.Ordinal)];
        state.EmergencyRulesShown = [];
        Changed();
        return state.Recheck.Count > 0;
    }

    /// <summary>Whether the words say that a sign behind the emergency is not there: "no, I do not have chest pain".</summary>
    public bool Denies(string words)
    {
        var said = Read(words).Findings;
        return EmergencySigns.Any(sign => said.TryGetValue(sign, out var presence) && presence == Presence.Absent);
    }

    /// <summary>Ends an emergency that was shown and is none any more: taken back, changed or corrected.</summary>
    /// <returns>Whether there was one; true once.</returns>
    public bool TryLeaveEmergency()
    {
        if (IsEmergency || state.Recheck.Count > 0 || !EmergencyLevels.Contains(state.LastDisposition))
        {
            return false;
        }

        state.LastDisposition = null;
        return true;
    }

    private bool IsCrisisRule(Reason reason) =>
        parts.Protocol.Rules.Any(rule => rule.Id == reason.Rule && rule.IsCrisis);

    /// <summary>The finding itself where it was given, otherwise those that imply it.</summary>
    private IEnumerable<string> Givers(string finding) =>
        Findings[finding] is not null
            ? [finding]
            : parts
                .Protocol.Findings.Where(f => f.Implies.Contains(finding) && Findings[f.Id] is not null)
                .Select(f => f.Id);

    /// <summary>Signs that only count together with what is known come first: nothing else would ask for them.</summary>
    private bool IsAmbulanceAlone(string finding) =>
        Triage.Decide(parts.Protocol, Findings.None.With(finding, Presence.Present)) == Disposition.Ambulance;

    private Screen? NextMore()
    {
        var more = LastAnswer(BotQuestionIds.EmergencyMore);
        if (more is not null)
        {
            var toConfirm = SignsToConfirm.FirstOrDefault(more.ToConfirm.Contains);
            return toConfirm is null ? null : Find(BotQuestionIds.PrecisePrefix + toConfirm);
        }

        return MoreScreen() is { Options.Count: > 0 } screen ? screen : null;
    }

    private Screen MoreScreen()
    {
        var signs =
            state.Changing == BotQuestionIds.EmergencyMore
                ? LastAnswer(BotQuestionIds.EmergencyMore)?.Shown ?? []
                : Triage
                    .CouldRaise(parts.Protocol, Findings, Disposition.Ambulance)
                    .Where(id => Findings[id] is null)
                    .OrderBy(IsAmbulanceAlone)
                    .Take(MostTicks);
        return _screens.More([.. signs.Select(id => parts.Protocol.FindFinding(id)!)], ForWhom);
    }
}
