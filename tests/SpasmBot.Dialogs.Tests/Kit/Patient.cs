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

    private static readonly Dictionary<string, string> Fixed = new(StringComparer.Ordinal)
    {
        ["menu"] = "check",
        ["consent"] = "agree",
        ["guardian"] = "with-parent",
    };

    public double? Age { get; init; } = 34;

    public double? OnsetDays { get; init; } = 3;

    public double? Severity { get; init; } = 4;

    /// <summary>What is present or not sure; what is missing is absent.</summary>
    public IReadOnlyDictionary<string, Presence> Findings { get; init; } = new Dictionary<string, Presence>();

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
        var screen = chat.Question ?? throw new InvalidOperationException("No question is open.");
        var id = screen.Text("question")!;
        if (Fixed.TryGetValue(id, out var choice))
        {
            return ChooseAsync(chat, choice);
        }

        return id == "for-whom" ? ChooseAsync(chat, Age < 18 ? "child" : "me")
            : id == "own-words.confirm" ? ChooseAsync(chat, [.. screen.Selected])
            : screen.Kind switch
            {
                "number" => NumberAsync(chat, id),
                "multi" or "body" => TickAsync(chat, screen),
                "choice" => ChoiceAsync(chat, screen),
                "yesno" => YesNoAsync(chat, screen),
                _ => SkipAsync(chat),
            };
    }

    private static bool IsOver(Chat chat) => chat.Open is null or "next" or "emergency.contact" or "crisis.contact";

    private Task ChooseAsync(Chat chat, params string[] ids) =>
        Types ? chat.SayAsync(Listed(ids.Select(chat.Question!.TitleOf))) : chat.TickAsync(ids);

    private Task SkipAsync(Chat chat) => Types ? chat.SayAsync("skip") : chat.SkipAsync();

    private Task NumberAsync(Chat chat, string question)
    {
        var number = question switch
        {
            "age" => Age,
            "onset.when" => OnsetDays,
            "pain.severity" => Severity,
            _ => null,
        };
        return number is null ? SkipAsync(chat)
            : !Types ? chat.NumberAsync(number.Value)
            : chat.SayAsync(question == "onset.when" ? InDays(number.Value) : $"{number:0}");
    }

    private Task TickAsync(Chat chat, Said screen)
    {
        var ticked = Offered(screen, Presence.Present);
        var unsure = screen.Is("unsure") ? Offered(screen, Presence.Unsure) : [];
        if (ticked.Length + unsure.Length == 0)
        {
            return NoneAsync(chat);
        }

        return Types
            ? chat.SayAsync(
                Listed(
                    ticked
                        .Select(screen.TitleOf)
                        .Concat(unsure.Select(finding => $"not sure about {screen.TitleOf(finding)}"))
                )
            )
            : chat.UnsureAsync(unsure, ticked);
    }

    private Task ChoiceAsync(Chat chat, Said screen) =>
        Offered(screen, Presence.Present) is [var first, ..] ? ChooseAsync(chat, first)
        : screen.Is("none") ? NoneAsync(chat)
        : SkipAsync(chat);

    private Task YesNoAsync(Chat chat, Said screen) =>
        (screen.Options is [var option, ..] ? Of(option.Id) : Presence.Absent) switch
        {
            Presence.Present => Types ? chat.SayAsync("yes") : chat.YesAsync(),
            Presence.Unsure when screen.Is("unsure") => Types ? chat.SayAsync("not sure") : chat.NotSureAsync(),
            _ => Types ? chat.SayAsync("no") : chat.NoAsync(),
        };

    private Task NoneAsync(Chat chat) => Types ? chat.SayAsync("none of these") : chat.NoneAsync();

    private string[] Offered(Said screen, Presence presence) => [.. screen.OptionIds.Where(id => Of(id) == presence)];

    /// <summary>What is labelled, or what a label brings with it.</summary>
    private Presence Of(string finding) =>
        ExpressionEvaluator.PresenceOf(finding, AsFindings(), Shipped.Protocol) ?? Presence.Absent;

    private static string InDays(double days) =>
        days switch
        {
            0 => "today",
            1 => "1 day",
            _ => $"{days:0} days",
        };

    private static string Listed(IEnumerable<string> titles)
    {
        string[] all = [.. titles];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
