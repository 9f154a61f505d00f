using SpasmBot.Clinical;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Tests.Kit;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>People who tap about: whatever they do, nothing breaks, nothing known is asked again, and it ends.</summary>
public sealed class RandomWalkTests
{
    private const int Walks = 300;
    private const int Steps = 12;

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
    public async Task Walk_AnyTaps_NeverBreaksNeverAsksWhatIsKnownAndAlwaysEnds()
    {
        for (var seed = 1; seed <= Walks; seed++)
        {
            await WalkAsync(seed);
        }
    }

    private static async Task WalkAsync(int seed)
    {
        var random = new Random(seed);
        var chat = await Chat.StartAsync();
        try
        {
            for (var step = 0; step < Steps; step++)
            {
                await StepAsync(chat, random);
                await AssertSoundAsync(chat);
            }

            await EndAsync(chat, seed);
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"Walk {seed}: {problem.Message}\n{chat.Transcript}", problem);
        }
    }

    private static async Task StepAsync(Chat chat, Random random)
    {
        switch (random.Next(100))
        {
            case < 12:
                await chat.CommandAsync(Commands[random.Next(Commands.Length)]);
                break;
            case < 14:
                await chat.CommandAsync(Endings[random.Next(Endings.Length)]);
                break;
            case < 20:
                await ChangeSomethingAsync(chat, random);
                break;
            case < 24:
                await chat.SendAsync(new { question = "where", selected = new[] { "at-neck" } });
                break;
            case < 27:
                await chat.TickAsync("no-such-option");
                break;
            default:
                await AnswerAsync(chat, random);
                break;
        }
    }

    private static async Task ChangeSomethingAsync(Chat chat, Random random)
    {
        var answers = (await chat.CheckAsync()).State.Answers;
        await chat.ChangeAsync(answers.Count == 0 ? "age" : answers[random.Next(answers.Count)].Question);
    }

    private static Task AnswerAsync(Chat chat, Random random)
    {
        if (chat.Question is not { } screen)
        {
            return chat.SayAsync("ok");
        }

        string[] options = [.. screen.OptionIds];
        return screen.Kind switch
        {
            _ when screen.Is("optional") && random.Next(5) == 0 => chat.SkipAsync(),
            "number" => chat.NumberAsync(random.Next(3) == 0 ? 70 : random.Next(10)),
            "contact" => chat.FillInAsync(("name", "Sam"), ("phone", "082 555 0100")),
            "text" => chat.SkipAsync(),
            "yesno" => random.Next(3) == 0 ? chat.YesAsync() : chat.NoAsync(),
            "choice" => chat.TickAsync(options[random.Next(options.Length)]),
            _ when screen.Is("unsure") && random.Next(8) == 0 => chat.UnsureAsync([
                options[random.Next(options.Length)],
            ]),
            _ when screen.Is("none") && random.Next(2) == 0 => chat.NoneAsync(),
            _ => chat.TickAsync(options[random.Next(options.Length)]),
        };
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
