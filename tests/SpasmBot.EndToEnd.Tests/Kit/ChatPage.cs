using Microsoft.Playwright;

namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>The chat page, used as a person uses it: by what can be seen and tapped.</summary>
public sealed class ChatPage(IPage page)
{
    /// <summary>The open question.</summary>
    public ILocator Question => page.Locator("#question");

    /// <summary>The heading of the open question.</summary>
    public ILocator Heading => page.Locator("#question-title");

    /// <summary>The banner of an emergency.</summary>
    public ILocator Emergency => page.Locator("#emergency");

    /// <summary>The card with the answer.</summary>
    public ILocator Answer => page.Locator(".answer-card");

    public IPage Page => page;

    public async Task OpenAsync()
    {
        await page.GotoAsync("/chat");
        await IsAskedAsync("What can we do for you?");
    }

    public Task IsAskedAsync(string heading) => Assertions.Expect(Heading).ToHaveTextAsync(heading);

    public Task ChooseAsync(string option) =>
        Question.GetByRole(AriaRole.Button, new() { Name = option, Exact = true }).ClickAsync();

    public async Task TickAsync(params string[] findings)
    {
        foreach (var finding in findings)
        {
            await Question.Locator($"input[data-option='{finding}']").CheckAsync();
        }

        await Question.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }

    public Task NoneAsync() => ChooseAsync("None of these");

    public async Task NumberAsync(string number)
    {
        await Question.GetByRole(AriaRole.Textbox).FillAsync(number);
        await Question.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }

    public Task ScaleAsync(int number) => Question.Locator($"button[aria-label^='{number},']").ClickAsync();

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
        await Question.GetByRole(AriaRole.Button, new() { Name = "Skip" }).ClickAsync();
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
