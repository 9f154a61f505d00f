using SpasmBot.Clinical;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Kit;

/// <summary>
/// Somebody of whom everything is known. Answers whatever is asked from that, and sees of the bot only its text and
/// <c>channelData.spasmbot</c>.
/// </summary>
public sealed record Patient
{
    private const int MostTurns = 80;

    public double? Age { get; init; } = 34;

    public double? OnsetDays { get; init; } = 3;

    public double? Severity { get; init; } = 4;

    /// <summary>What is present or not sure; what is missing is absent.</summary>
    public IReadOnlyDictionary<string, Presence> Findings { get; init; } = new Dictionary<string, Presence>();

    /// <summary>What is told in own words, whose findings are among these; null: nothing.</summary>
    public string? OwnWords { get; init; }

    /// <summary>Whether answers are typed, in the titles on the screen, or tapped.</summary>
    public bool Types { get; init; }

    /// <summary>Somebody who has these findings: <c>fever</c>, or <c>fever?</c> when not sure.</summary>
    public static Patient With(params string[] findings) =>
        new()
        {
            Findings = findings.ToDictionary(
                id => id.TrimEnd('?'),
                id => id.EndsWith('?') ? Presence.Unsure : Presence.Present,
                StringComparer.Ordinal
            ),
        };

    /// <summary>The labels as the rules take them.</summary>
    public Findings AsFindings()
    {
        var findings = Clinical.Findings.None with { Age = Age, OnsetDays = OnsetDays, Severity = Severity };
        return Findings.Aggregate(findings, (all, finding) => all.With(finding.Key, finding.Value));
    }

    /// <summary>Answers until the bot has shown its answer and asks nothing more of the check.</summary>
    public async Task GoThroughAsync(Chat chat)
    {
        for (var turns = 0; !IsOver(chat); turns++)
        {
            Assert.True(turns < MostTurns, $"The check does not end.\n{chat.Transcript}");
            await AnswerAsync(chat);
        }
    }

    /// <summary>Answers until this question is open.</summary>
    public async Task GoToAsync(Chat chat, string question)
    {
        while (chat.Open != question)
        {
            Assert.False(IsOver(chat), $"The question {question} was not asked.\n{chat.Transcript}");
            await AnswerAsync(chat);
        }
    }

    /// <summary>Answers the open question.</summary>
    public Task AnswerAsync(Chat chat)
    {
        var question = chat.Question?.Data ?? throw new InvalidOperationException("No question is open.");
        if (OwnWords is not null && chat.Open == "own-words")
        {
            return chat.SayAsync(OwnWords);
        }

        var style = Types ? AnswerStyle.Typed : AnswerStyle.Values;
        var answer = new ScriptedPatient(Findings, Age, OnsetDays, Severity, style).Answer(question);
        return answer["text"] is { } text ? chat.SayAsync(text.GetValue<string>()) : chat.SendAsync(answer["value"]!);
    }

    private static bool IsOver(Chat chat) => chat.Open is null or "next" or "emergency.contact" or "crisis.contact";
}
