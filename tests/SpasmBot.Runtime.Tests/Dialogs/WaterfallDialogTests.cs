namespace SpasmBot.Runtime.Tests.Dialogs;

public class WaterfallDialogTests
{
    private static Task<DialogTurnResult> Wait => Task.FromResult(Dialog.EndOfTurn);

    [Fact]
    public async Task Steps_RunOneATurn_AndSeeTheTextOfTheAnswer()
    {
        var conversation = new Conversation(
            new WaterfallDialog(
                "w",
                [
                    async (step, token) =>
                    {
                        await step.Context.SendActivityAsync("name?", cancellationToken: token);
                        return Dialog.EndOfTurn;
                    },
                    async (step, token) =>
                    {
                        await step.Context.SendActivityAsync($"hello {step.Result}", cancellationToken: token);
                        return await step.EndDialogAsync(cancellationToken: token);
                    },
                ]
            )
        );

        Assert.Equal(["name?"], await conversation.Say("hi"));
        Assert.Equal(["hello Ann"], await conversation.Say("Ann"));
        Assert.Equal(["name?"], await conversation.Say("again"));
    }

    [Fact]
    public async Task NextAsync_GoesOnInTheSameTurn_WithItsResult()
    {
        var seen = new List<object?>();
        var conversation = new Conversation(
            new WaterfallDialog(
                "w",
                [
                    (step, token) => step.NextAsync(42, token),
                    (step, _) =>
                    {
                        seen.Add(step.Result);
                        seen.Add(step.Reason);
                        return Wait;
                    },
                ]
            )
        );

        await conversation.Say("hi");

        Assert.Equal([42, DialogReason.NextCalled], seen);
    }

    [Fact]
    public async Task Values_SurviveTurnsAndRestarts_WithTheirTypes()
    {
        var seen = new List<object?>();
        var conversation = new Conversation(
            new WaterfallDialog(
                "w",
                [
                    (step, _) =>
                    {
                        step.Values["text"] = "a";
                        step.Values["number"] = 7;
                        step.Values["long"] = 8L;
                        step.Values["real"] = 1.0;
                        step.Values["when"] = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
                        step.Values["list"] = new List<string> { "x", "y" };
                        step.Values["own"] = new Profile { Name = "Ann", Age = 30 };
                        step.Values["none"] = null;
                        return Wait;
                    },
                    (step, _) =>
                    {
                        seen.AddRange(step.Values.Values);
                        return Wait;
                    },
                ]
            )
        );

        await conversation.Say("hi");
        await conversation.Say("next");

        Assert.Equal("a", seen[0]);
        Assert.Equal(7, seen[1]);
        Assert.Equal(8L, seen[2]);
        Assert.Equal(1.0, seen[3]);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), seen[4]);
        Assert.Equal(["x", "y"], Assert.IsType<List<string>>(seen[5]));
        Assert.Equal("Ann", Assert.IsType<Profile>(seen[6]).Name);
        Assert.Null(seen[7]);
    }

    [Fact]
    public async Task Waiting_IgnoresWhatIsNotAMessage()
    {
        var steps = 0;
        WaterfallStep count = (_, _) =>
        {
            steps++;
            return Wait;
        };
        var conversation = new Conversation(new WaterfallDialog("w", [count, count]));
        await conversation.Say("hi");

        await conversation.Send(new Activity(ActivityTypes.Typing));
        Assert.Equal(1, steps);

        await conversation.Say("go on");
        Assert.Equal(2, steps);
    }

    public class Profile
    {
        public string Name { get; set; } = "";

        public int Age { get; set; }
    }
}
