using Microsoft.Playwright;

namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>The chat page, used as a person uses it: by what can be seen and tapped.</summary>
/// <param name="page">A page of the server.</param>
/// <param name="hand">What taps; without it a pointer does.</param>
/// <param name="frame">The frame that the chat is in; without it the page is the chat.</param>
public sealed class ChatPage(IPage page, IHand? hand = null, IFrame? frame = null)
{
    private readonly IFrame _chat = frame ?? page.MainFrame;
    private readonly IHand _hand = hand ?? new Pointer();

    /// <summary>What is said in own words; without any they are skipped.</summary>
    public string? OwnWords { get; init; }

    /// <summary>The open question.</summary>
    public ILocator Question => _chat.Locator("#question");

    /// <summary>The heading of the open question.</summary>
    public ILocator Heading => _chat.Locator("#question-title");

    /// <summary>The banner of an emergency.</summary>
    public ILocator Emergency => _chat.Locator("#emergency");

    /// <summary>The card with the answer.</summary>
    public ILocator Answer => _chat.Locator(".answer-card");

    /// <summary>The text box.</summary>
    public ILocator Box => _chat.Locator("#said");

    /// <summary>The button that opens the menu.</summary>
    public ILocator Menu => _chat.GetByRole(AriaRole.Button, new() { Name = "Menu" });

    public IPage Page => page;

    public async Task OpenAsync()
    {
        await page.GotoAsync("/chat");
        await IsAskedAsync("What can we do for you?");
    }

    public Task IsAskedAsync(string heading) => Assertions.Expect(Heading).ToHaveTextAsync(heading);

    public Task PressAsync(ILocator control) => _hand.PressAsync(control);

    /// <summary>Presses the button with this name, wherever it is.</summary>
    public Task PressAsync(string name) =>
        PressAsync(_chat.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));

    public Task ChooseAsync(string option) =>
        PressAsync(Question.GetByRole(AriaRole.Button, new() { Name = option, Exact = true }));

    public Task TypeAsync(ILocator field, string text) => _hand.TypeAsync(field, text);

    public async Task TickAsync(params string[] findings)
    {
        foreach (var finding in findings)
        {
            await _hand.TickAsync(Question.Locator($"input[data-option='{finding}']"));
        }

        await ContinueAsync();
    }

    public Task NoneAsync() => ChooseAsync("None of these");

    public async Task NumberAsync(string number)
    {
        await TypeAsync(Question.GetByRole(AriaRole.Textbox), number);
        await ContinueAsync();
    }

    public Task ScaleAsync(int number) => PressAsync(Question.Locator($"button[aria-label^='{number},']"));

    public Task ContinueAsync() => ChooseAsync("Continue");

    /// <summary>Waits until this question can be answered.</summary>
    public Task AskedAsync(string id) =>
        _chat.Locator($".question-card[data-question='{id}']:not(.is-settling)").WaitForAsync();

    /// <summary>Waits until no card is about to come.</summary>
    public Task SettledAsync() => Assertions.Expect(_chat.Locator(".is-settling")).ToHaveCountAsync(0);

    public async Task SayAsync(string text)
    {
        await TypeAsync(Box, text);
        await PressAsync("Send");
    }

    public async Task MenuAsync(string command)
    {
        await PressAsync(Menu);
        await ChooseInMenuAsync(command);
    }

    public Task ChooseInMenuAsync(string command) =>
        PressAsync(_chat.Locator("#menu-list").GetByRole(AriaRole.Button, new() { Name = command }));

    /// <summary>Answers as somebody with little wrong until this question is open.</summary>
    public Task UntilAsync(string id) => OnUntilAsync($".question-card[data-question='{id}']");

    /// <summary>The same until there is an answer.</summary>
    public Task UntilAnsweredAsync() => OnUntilAsync(".question-card[data-question='next']");

    private async Task OnUntilAsync(string there)
    {
        while (await _chat.Locator(there).CountAsync() == 0)
            await StepAsync(() => Task.CompletedTask);
    }

    /// <summary>Answers the open question as somebody with little wrong, lets something happen, and waits for the next.</summary>
    public async Task StepAsync(Func<Task> meanwhile)
    {
        await SettledAsync();
        await _chat.Locator(".question-card").EvaluateAsync("card => card.classList.add('was-answered')");
        await AnswerAsync(await _chat.Locator(".question-card").GetAttributeAsync("data-question"));
        await meanwhile();
        await _chat.Locator(".question-card:not(.was-answered):not(.is-settling)").WaitForAsync();
    }

    private async Task AnswerAsync(string? question) =>
        await (
            (question, await _chat.Locator(".question-card").GetAttributeAsync("data-kind")) switch
            {
                ("menu", _) => ChooseAsync("Check my symptoms"),
                ("for-whom", _) => ChooseAsync("Me"),
                ("age", _) => NumberAsync("34"),
                ("consent", _) => ChooseAsync("I agree"),
                ("own-words", _) => OwnWords is null ? ChooseAsync("Skip") : SayAsync(OwnWords),
                ("own-words.confirm", _) => ContinueAsync(),
                ("where", _) => TickAsync("at-between-blades"),
                ("onset.when", _) => NumberAsync("3 days"),
                ("pain.severity", _) => ScaleAsync(3),
                ("next", _) => throw new InvalidOperationException("The check ended before what was waited for."),
                (_, "yesno") => ChooseAsync("No"),
                _ => PassAsync(),
            }
        );

    /// <summary>Says that there is nothing, where that can be said, or leaves the question out.</summary>
    private Task PassAsync()
    {
        var none = Question.GetByRole(AriaRole.Button, new() { Name = "None of these", Exact = true });
        return PressAsync(none.Or(Question.GetByRole(AriaRole.Button, new() { Name = "Skip", Exact = true })).First);
    }

    /// <summary>From the menu to the own words, which are skipped.</summary>
    public async Task BeginAsync(string age = "34")
    {
        await ChooseAsync("Check my symptoms");
        await IsAskedAsync("Who is this for?");
        await ChooseAsync("Me");
        await IsAskedAsync("How old are you?");
        await NumberAsync(age);
        await IsAskedAsync("May we ask about health and keep the answers?");
        await ChooseAsync("I agree");
        await IsAskedAsync("Tell me what is wrong, in your own words.");
        await ChooseAsync("Skip");
        await IsAskedAsync(First);
    }

    /// <summary>The first screen of emergency signs.</summary>
    public const string First = "Any of these in the last 7 days?";

    /// <summary>Answers the open question once with "none of these" and waits for the next one.</summary>
    public async Task NoneAndOnAsync(string next)
    {
        await NoneAsync();
        await IsAskedAsync(next);
    }
}
