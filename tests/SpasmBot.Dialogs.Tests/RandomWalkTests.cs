using System.Collections.Concurrent;
using SpasmBot.Clinical;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Tests.Kit;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>
/// People who tap about: whatever they do, nothing breaks, no answer is lost, nothing known is asked again, an emergency
/// is shown in its own turn, it ends, and the answer is what the rules say of the answers that stand. The variable
/// SPASMBOT_WALKS sets how many; 20,000 take a while.
/// </summary>
public sealed class RandomWalkTests
{
    private const int Steps = 14;

    private static readonly int Walks = int.TryParse(
        Environment.GetEnvironmentVariable("SPASMBOT_WALKS"),
        out var walks
    )
        ? walks
        : 300;

    private static readonly string[] Stories =
    [
        "Sore between my shoulder blades since yesterday, after lifting a box.",
        "My neck has been stiff for 3 weeks. It hurts when I breathe in. I am 52.",
        "I fell from a ladder, and my legs feel numb.",
        "There may be a pressure in my chest, I am not sure.",
        "No fever, no numbness. It is a dull ache, worse at the computer.",
        "It came back, 8 out of 10, and I cannot sleep.",
    ];

    private static readonly string[] Remarks =
    [
        "my chest feels tight and I am sweating",
        "I think I fainted this morning",
        "what helps against a spasm?",
        "asdf",
        "I have a fever now and it is worse when I drive",
        "no, i do not have chest pain",
        "yes",
        "none of these",
        "not sure",
    ];

    private static readonly string[] Commands =
    [
        "back",
        "back",
        "back",
        "change",
        "mistake",
        "why",
        "help",
        "person",
        "resume",
    ];
    private static readonly string[] Endings = ["restart", "stop"];

    [Fact]
    public async Task Walk_AnyTaps_LosesNothingNeverAsksWhatIsKnownAndAlwaysEnds()
    {
        var problems = new ConcurrentQueue<string>();

        await Parallel.ForEachAsync(
            Enumerable.Range(1, Walks),
            async (seed, _) =>
            {
                if (await ProblemOfAsync(seed) is { } problem)
                {
                    problems.Enqueue(problem);
                }
            }
        );

        Assert.True(problems.IsEmpty, $"{problems.Count} of {Walks}:\n{string.Join('\n', problems.Take(3))}");
    }

    private static async Task<string?> ProblemOfAsync(int seed)
    {
        var random = new Random(seed);
        var chat = await Chat.StartAsync();
        try
        {
            for (var step = 0; step < Steps; step++)
            {
                var before = await Moment.OfAsync(chat);
                // So that no two answers are the same one.
                chat.Time.Advance(TimeSpan.FromSeconds(1));
                var (move, ticked) = await StepAsync(chat, random);
                var after = await Moment.OfAsync(chat);
                after.AssertFollows(before, move, chat);
                after.AssertHolds(ticked, before);
                await AssertSoundAsync(chat);
            }

            await EndAsync(chat, seed);
            return null;
        }
        catch (Exception problem)
        {
            return $"Walk {seed}: {problem.Message}\n{chat.Transcript}";
        }
    }

    /// <summary>Does something; says what, and which findings were ticked on a screen of the protocol.</summary>
    private static async Task<(Move Move, string[] Ticked)> StepAsync(Chat chat, Random random)
    {
        switch (random.Next(100))
        {
            case < 12:
                var command = Commands[random.Next(Commands.Length)];
                await chat.CommandAsync(command);
                return (command == "back" ? Move.Back : Move.Aside, []);
            case < 14:
                await chat.CommandAsync(Endings[random.Next(Endings.Length)]);
                return (Move.Restart, []);
            case < 20:
                await ChangeSomethingAsync(chat, random);
                return (Move.Aside, []);
            case < 24:
                var isWhere = chat.Open == "where";
                await chat.SendAsync(new { question = "where", selected = new[] { "at-neck" } });
                return (isWhere ? Move.Answer : Move.Aside, []);
            case < 27:
                await chat.TickAsync("no-such-option");
                return (Move.Aside, []);
            case < 31:
                await chat.SayAsync(Remarks[random.Next(Remarks.Length)]);
                return (Move.Answer, []);
            default:
                return (Move.Answer, await AnswerAsync(chat, random));
        }
    }

    private static async Task ChangeSomethingAsync(Chat chat, Random random)
    {
        var answers = (await chat.CheckAsync()).State.Answers;
        await chat.ChangeAsync(answers.Count == 0 ? "age" : answers[random.Next(answers.Count)].Question);
    }

    private static async Task<string[]> AnswerAsync(Chat chat, Random random)
    {
        if (chat.Question is not { } screen)
        {
            await chat.SayAsync("ok");
            return [];
        }

        string[] options = [.. screen.OptionIds];
        var one = options.Length > 0 ? options[random.Next(options.Length)] : "";
        var isOptional = screen.Is("optional") && random.Next(5) == 0;
        var (isTick, isAboutOwnWords) = (false, chat.Open == "own-words.confirm");
        await (
            screen.Kind switch
            {
                _ when isOptional => chat.SkipAsync(),
                "number" => chat.NumberAsync(random.Next(3) == 0 ? 70 : random.Next(10)),
                "contact" => chat.FillInAsync(("name", "Sam"), ("phone", "082 555 0100")),
                "text" when chat.Open == "own-words" && random.Next(3) > 0 => chat.SayAsync(
                    Stories[random.Next(Stories.Length)]
                ),
                "text" => chat.SkipAsync(),
                "yesno" => random.Next(3) == 0 ? chat.YesAsync() : chat.NoAsync(),
                "choice" => TickAsync(),
                _ when screen.Is("unsure") && random.Next(8) == 0 => chat.UnsureAsync([one]),
                _ when screen.Is("none") && random.Next(2) == 0 => chat.NoneAsync(),
                _ => TickAsync(),
            }
        );
        return isTick && !isAboutOwnWords && Shipped.Protocol.FindFinding(one) is not null ? [one] : [];

        Task TickAsync()
        {
            isTick = true;
            return chat.TickAsync(one);
        }
    }

    private static async Task AssertSoundAsync(Chat chat)
    {
        var check = await chat.CheckAsync();
        Assert.NotEmpty(chat.Last);
        if (chat.Last.Any(said => said.Find("assessment") is not null))
        {
            Assert.Equal(check.Assessment.Disposition, chat.Disposition);
        }

        if (check.IsEmergency && check.State.Purpose == Purposes.Check)
        {
            Assert.NotEqual("next", chat.Open);
            Assert.False(chat.Open?.StartsWith("booking", StringComparison.Ordinal) == true);
        }

        if (
            chat.Open is { } open
            && Shipped.Protocol.FindQuestion(open) is { IsAskedAgain: false }
            && check.State.Changing != open
        )
        {
            Assert.All(chat.Question!.OptionIds, option => Assert.Null(check.Findings[option]));
        }

        Assert.True(
            chat.Question is null
                || chat.Question.Kind is "number" or "text" or "contact" or "yesno"
                || chat.Question.Options.Count > 0
        );
    }

    /// <summary>From wherever the walk has led to, somebody who answers plainly comes to an answer.</summary>
    private static async Task EndAsync(Chat chat, int seed)
    {
        var patient = RandomPatients.Of(seed);
        for (var turns = 0; chat.Open is not (null or "next"); turns++)
        {
            Assert.True(turns < 80, "It does not end.");
            await (
                chat.Open switch
                {
                    "summary" => chat.TickAsync("continue"),
                    "emergency.contact" or "ask" or "person.contact" or "booking.contact" => chat.SkipAsync(),
                    _ => patient.AnswerAsync(chat),
                }
            );
            await AssertSoundAsync(chat);
        }

        var check = await chat.CheckAsync();
        Assert.Equal(Triage.Assess(Shipped.Protocol, check.Findings).Disposition, check.Assessment.Disposition);
        Assert.Equal(check.Assessment.Disposition, chat.Disposition);
    }
}
