namespace SpasmBot.Runtime.Tests.Dialogs.Prompts;

public class PromptTests
{
    private static Activity Ask(string text) => new(ActivityTypes.Message) { Text = text };

    /// <summary>A conversation that asks once and then tells what the answer was.</summary>
    private static Conversation Asking(Dialog prompt, PromptOptions? options = null)
    {
        options ??= new PromptOptions { Prompt = Ask("?"), RetryPrompt = Ask("again?") };
        var root = new ComponentDialog("root");
        root.AddDialog(
            new WaterfallDialog(
                "main",
                [
                    (step, token) => step.PromptAsync(prompt.Id, options, token),
                    async (step, token) =>
                    {
                        var answer = step.Result is FoundChoice choice ? choice.Value : step.Result;
                        await step.Context.SendActivityAsync($"got {answer}", cancellationToken: token);
                        return await step.EndDialogAsync(cancellationToken: token);
                    },
                ]
            )
        );
        root.AddDialog(prompt);
        return new Conversation(root);
    }

    [Fact]
    public async Task Prompt_NotUnderstood_AsksWithTheRetryPrompt_ThenEndsWithTheAnswer()
    {
        var conversation = Asking(new NumberPrompt<int>("p"));

        Assert.Equal(["?"], await conversation.Say("hi"));
        Assert.Equal(["again?"], await conversation.Say("many"));
        Assert.Equal(["again?"], await conversation.Say("3.5"));
        Assert.Equal(["got 30"], await conversation.Say("thirty"));
    }

    [Fact]
    public async Task Prompt_WithoutRetryPrompt_AsksTheSameAgain()
    {
        var conversation = Asking(new NumberPrompt<int>("p"), new PromptOptions { Prompt = Ask("?") });
        await conversation.Say("hi");
        Assert.Equal(["?"], await conversation.Say("many"));
    }

    [Fact]
    public async Task Prompt_IgnoresWhatIsNotAMessage()
    {
        var conversation = Asking(new TextPrompt("p"));
        await conversation.Say("hi");
        Assert.Empty(await conversation.Send(new Activity(ActivityTypes.Typing)));
        Assert.Equal(["got x"], await conversation.Say("x"));
    }

    [Fact]
    public async Task Prompt_TellsTheClientThatItExpectsInput()
    {
        var options = new PromptOptions { Prompt = Ask("?") };
        await Asking(new TextPrompt("p"), options).Say("hi");
        Assert.Equal(InputHints.ExpectingInput, options.Prompt.InputHint);
    }

    [Fact]
    public async Task Prompt_LeavesTheQuestionItselfUnaddressed()
    {
        var options = new PromptOptions { Prompt = Ask("?") };
        await Asking(new TextPrompt("p"), options).Say("hi");
        Assert.Null(options.Prompt.Conversation);
        Assert.Null(options.Prompt.Id);
    }

    [Fact]
    public async Task Validator_SeesOptionsAndAttempts_OverRestarts()
    {
        var seen = new List<(int Attempt, bool Understood, object Limits)>();
        var prompt = new NumberPrompt<int>(
            "p",
            (context, _) =>
            {
                seen.Add((context.AttemptCount, context.Recognized.Succeeded, context.Options.Validations));
                return Task.FromResult(context.Recognized.Succeeded && context.Recognized.Value < 10);
            }
        );
        var options = new PromptOptions { Prompt = Ask("?"), Validations = "below ten" };
        var conversation = Asking(prompt, options);

        await conversation.Say("hi");
        Assert.Equal(["?"], await conversation.Say("none"));
        Assert.Equal(["?"], await conversation.Say("20"));
        Assert.Equal(["got 7"], await conversation.Say("7"));
        Assert.Equal([(1, false, "below ten"), (2, true, "below ten"), (3, true, "below ten")], seen);
    }

    [Fact]
    public async Task Validator_ThatSpeaks_ReplacesTheRetryPrompt_AndMayChangeTheValue()
    {
        var prompt = new TextPrompt(
            "p",
            async (context, token) =>
            {
                if (context.Recognized.Value == "bad")
                {
                    await context.Context.SendActivityAsync("not that", cancellationToken: token);
                    return false;
                }

                context.Recognized.Value = context.Recognized.Value.ToUpperInvariant();
                return true;
            }
        );
        var conversation = Asking(prompt);

        await conversation.Say("hi");
        Assert.Equal(["not that"], await conversation.Say("bad"));
        Assert.Equal(["got GOOD"], await conversation.Say("good"));
    }

    [Fact]
    public async Task TextPrompt_AMessageWithoutText_IsNoAnswer()
    {
        var conversation = Asking(new TextPrompt("p"));
        await conversation.Say("hi");
        Assert.Equal(["again?"], await conversation.Send(new Activity(ActivityTypes.Message) { Value = 1 }));
        Assert.Equal(["got "], await conversation.Say(""));
    }

    [Fact]
    public async Task AttachmentPrompt_EndsWithTheAttachments()
    {
        var conversation = Asking(new AttachmentPrompt("p"));
        await conversation.Say("hi");
        Assert.Equal(["again?"], await conversation.Say("here it is"));
        var answer = new Activity(ActivityTypes.Message) { Attachments = [new Attachment("text/plain")] };
        Assert.StartsWith("got System.Collections", (await conversation.Send(answer))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChoicePrompt_OffersAndUnderstandsChoices()
    {
        var options = new PromptOptions
        {
            Prompt = Ask("color?"),
            RetryPrompt = Ask("which color?"),
            Choices = ChoiceFactory.ToChoices(["red", "green", "blue"]),
        };
        var conversation = Asking(new ChoicePrompt("p"), options);

        Assert.Equal(["color? (1) red, (2) green, or (3) blue"], await conversation.Say("hi"));
        Assert.Equal(["which color? (1) red, (2) green, or (3) blue"], await conversation.Say("pink"));
        Assert.Equal(["got green"], await conversation.Say("the second"));
        Assert.Equal("color?", options.Prompt.Text);
    }

    [Fact]
    public async Task ChoicePrompt_StyleOfTheQuestion_GoesBeforeThePrompts()
    {
        var options = new PromptOptions
        {
            Prompt = Ask("color?"),
            Choices = ChoiceFactory.ToChoices(["red", "green"]),
            Style = ListStyle.List,
        };
        var prompt = new ChoicePrompt("p") { Style = ListStyle.None };

        Assert.Equal(["color?\n\n   1. red\n   2. green"], await Asking(prompt, options).Say("hi"));
        options.Style = null;
        Assert.Equal(["color?"], await Asking(prompt, options).Say("hi"));
    }

    [Fact]
    public async Task ConfirmPrompt_UnderstandsWordsAndNumbers()
    {
        var conversation = Asking(new ConfirmPrompt("p"));

        Assert.Equal(["? (1) Yes or (2) No"], await conversation.Say("hi"));
        Assert.Equal(["again? (1) Yes or (2) No"], await conversation.Say("lala"));
        Assert.Equal(["got False"], await conversation.Say("2"));
        await conversation.Say("hi");
        Assert.Equal(["got True"], await conversation.Say("yep"));
    }

    [Fact]
    public async Task ConfirmPrompt_WithoutNumbers_DoesNotUnderstandThem()
    {
        var prompt = new ConfirmPrompt("p")
        {
            ChoiceOptions = new ChoiceFactoryOptions { IncludeNumbers = false },
            ConfirmChoices = Tuple.Create(new Choice("Go on"), new Choice("Stop")),
        };
        var conversation = Asking(prompt);

        Assert.Equal(["? Go on or Stop"], await conversation.Say("hi"));
        Assert.Equal(["again? Go on or Stop"], await conversation.Say("2"));
        Assert.Equal(["got True"], await conversation.Say("go on"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Prompt_WithoutAnId_IsRefused(string? id)
    {
        Assert.Throws<ArgumentNullException>(() => new TextPrompt(id));
        Assert.Throws<ArgumentNullException>(() => new ChoicePrompt(id));
        Assert.Throws<ArgumentNullException>(() => new ConfirmPrompt(id));
        Assert.Throws<ArgumentNullException>(() => new NumberPrompt<int>(id));
        Assert.Throws<ArgumentNullException>(() => new AttachmentPrompt(id));
    }

    [Fact]
    public void NumberPrompt_OfAnotherType_IsRefused() =>
        Assert.Throws<NotSupportedException>(() => new NumberPrompt<short>("p"));

    [Theory]
    [InlineData("3.14", 3.14)]
    [InlineData("-2", -2)]
    public async Task NumberPrompt_ReadsItsType(string text, double value)
    {
        var conversation = Asking(new NumberPrompt<double>("p"));
        await conversation.Say("hi");
        Assert.Equal([FormattableString.Invariant($"got {value}")], await conversation.Say(text));
    }

    [Fact]
    public async Task NumberPrompt_TooLargeForItsType_IsNoAnswer()
    {
        var conversation = Asking(new NumberPrompt<int>("p"));
        await conversation.Say("hi");
        Assert.Equal(["again?"], await conversation.Say("3000000000"));
    }

    [Fact]
    public async Task BeginDialog_WithoutPromptOptions_IsRefused()
    {
        var dialog = new ComponentDialog("root").AddDialog(new TextPrompt("p"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new Conversation(dialog).Say("hi"));
    }
}
