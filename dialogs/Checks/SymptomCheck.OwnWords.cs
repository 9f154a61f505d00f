using SpasmBot.Clinical;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs.Checks;

/// <content>What is told in words: at the opening, beside a question, after the answer.</content>
public sealed partial class SymptomCheck
{
    /// <summary>A message that came as words beside the open question, and told of symptoms.</summary>
    public const string SaidQuestion = "said";

    /// <summary>Keeps emergency signs that were heard in words; a change that was begun can wait.</summary>
    public void RecordSaid(IReadOnlyList<EmergencyHit> hits, string words)
    {
        state.Changing = null;
        state.EmergencyRulesShown = [];
        Add(
            new()
            {
                Question = SaidQuestion,
                Words = words,
                Findings = hits.Where(hit => hit.Presence == Presence.Present)
                    .ToDictionary(hit => hit.Finding, hit => hit.Presence, StringComparer.Ordinal),
                ToConfirm = [.. hits.Where(hit => hit.Presence == Presence.Unsure).Select(hit => hit.Finding)],
            }
        );
    }

    /// <summary>
    /// Keeps symptoms that were told beside the open question. What was answered already stays as it is, but for what is
    /// there now: an answer is taken back by its own question, never in passing.
    /// </summary>
    /// <returns>What was noted, in words; empty when there was nothing new in it.</returns>
    public IReadOnlyList<string> RecordTold(string words)
    {
        var told = Understand(words, SaidQuestion);
        foreach (var (id, _) in told.Findings.Where(f => f.Value != Presence.Present && Findings[f.Key] is not null))
        {
            told.Findings.Remove(id);
        }

        foreach (var id in told.Findings.Keys.Where(Findings.IsPresent).ToList())
        {
            told.Findings.Remove(id);
        }

        told.ToConfirm.RemoveAll(Findings.IsPresent);
        told.Age = Findings.Age is null ? told.Age : null;
        told.Since = Findings.OnsetDays is null ? told.Since : null;
        IReadOnlyList<string> noted = [.. Understood(told).Select(option => option.Title)];
        if (noted.Count > 0 || told.ToConfirm.Count > 0)
        {
            Add(told);
        }

        return noted;
    }

    /// <summary>What is said back to the own words, and honestly when nothing was understood in them.</summary>
    public string HeardInWords(Messages texts) =>
        LastAnswer(BotQuestionIds.OwnWords) is { } answer && (Understood(answer).Any() || answer.ToConfirm.Count > 0)
            ? texts.Heard
            : texts.HeardNothing;

    private GivenAnswer Understand(string words, string question)
    {
        var understood = Read(words);
        var findings = new Dictionary<string, Presence>(understood.Findings, StringComparer.Ordinal);
        foreach (var hit in parts.Language.Emergencies.Listen(words, parts.Today))
        {
            findings[hit.Finding] = hit.Presence;
        }

        var toConfirm = findings.Where(f => f.Value == Presence.Unsure && IsEmergencySign(f.Key)).ToList();
        toConfirm.ForEach(f => findings.Remove(f.Key));
        findings
            .Keys.Where(id => findings[id] == Presence.Absent && !parts.Language.IsSettledByDenial(id))
            .ToList()
            .ForEach(id => findings.Remove(id));
        return new()
        {
            Question = question,
            Words = words,
            Findings = findings,
            ToConfirm = [.. toConfirm.Select(f => f.Key)],
            Age = understood.Age,
            Severity = understood.Severity,
            Since = understood.OnsetDays is { } days ? AnswerFold.Since(days, parts.Today) : null,
        };
    }

    /// <summary>Keeps the opening words and what was understood in them.</summary>
    private void RecordOwnWords(string words)
    {
        var answer = Understand(words, BotQuestionIds.OwnWords);
        if (state.Changing == BotQuestionIds.OwnWords)
        {
            Withdraw(given => IsReplacedBy(given, BotQuestionIds.OwnWords), "changed");
            state.Changing = null;
        }

        Add(answer);
    }

    private Understood Read(string words) =>
        parts.Language.OwnWords.Read(words, new ReadingContext(parts.Today, Question: null, ForWhom));
}
