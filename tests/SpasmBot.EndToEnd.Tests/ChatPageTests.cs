using Microsoft.Playwright;
using SpasmBot.EndToEnd.Tests.Kit;
using static Microsoft.Playwright.Assertions;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>What a person does on a phone, in a real browser.</summary>
[Collection(nameof(Browser))]
public sealed class ChatPageTests(Browser browser, SharedServer server)
{
    [Fact]
    public async Task The_demo_clinic_opens_the_chat()
    {
        var page = await browser.OpenPhoneAsync(server.Address);
        await page.GotoAsync("/");
        await page.Locator("spasmbot-chat").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await page.GetByRole(AriaRole.Link, new() { Name = "Check my symptoms" }).First.ClickAsync();

        var title = page.FrameLocator("spasmbot-chat iframe").Locator("#question-title");
        await Expect(title).ToHaveTextAsync("What can we do for you?");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_greeting_leaves_room_for_all_choices_of_the_menu()
    {
        var chat = await OpenAsync();

        foreach (var choice in await chat.Question.GetByRole(AriaRole.Button).AllAsync())
        {
            await Expect(choice).ToBeInViewportAsync(new() { Ratio = 1 });
        }

        await CloseAsync(chat);
    }

    [Fact]
    public async Task A_desk_worker_with_three_days_of_stiffness_is_told_to_look_after_it_within_fifteen_questions()
    {
        var chat = await OpenAsync();
        var questions = 0;
        await chat.BeginAsync();
        while (!await chat.Answer.IsVisibleAsync())
        {
            questions++;
            await AnswerAsDeskWorkerAsync(chat);
        }

        Assert.InRange(questions, 1, 15);
        await Expect(chat.Answer).ToContainTextAsync("Look after it yourself");
        await Expect(chat.Answer).ToContainTextAsync("What not to do");
        await CloseAsync(chat);
    }

    [Fact]
    public async Task Chest_pressure_shows_the_ambulance_banner_at_once()
    {
        var chat = await OpenAsync();
        await chat.BeginAsync();

        await chat.TickAsync("chest-pressure");

        await Expect(chat.Emergency).ToBeVisibleAsync();
        await Expect(chat.Emergency).ToContainTextAsync("Call an ambulance now");
        await Expect(chat.Emergency.Locator("a[href^='tel:']").First).ToHaveAttributeAsync("href", "tel:10177");
        await CloseAsync(chat);
    }

    [Fact]
    public async Task Chest_pressure_that_is_typed_anywhere_shows_the_ambulance_banner_at_once()
    {
        var chat = await OpenAsync();
        await chat.BeginAsync();
        await chat.NoneAsync();

        await chat
            .Page.Locator("#composer textarea, #composer input")
            .First.FillAsync("there is a heavy weight crushing my chest");
        await chat.Page.Keyboard.PressAsync("Enter");

        await Expect(chat.Emergency).ToContainTextAsync("Call an ambulance now");
        await CloseAsync(chat);
    }

    [Fact]
    public async Task An_answer_is_saved_as_a_pdf()
    {
        var chat = await OpenAsync();
        await chat.Page.Locator("#said").FillAsync("there is a heavy weight crushing my chest");
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Answer).ToBeVisibleAsync();

        var file = await chat.Page.RunAndWaitForDownloadAsync(() =>
            chat.Answer.GetByRole(AriaRole.Button, new() { Name = "Save as PDF" }).ClickAsync()
        );

        Assert.Equal("symptom-check.pdf", file.SuggestedFilename);
        Assert.StartsWith("%PDF-", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);
        await Expect(chat.Answer).ToContainTextAsync("Your PDF is saved");
        await CloseAsync(chat);
    }

    [Fact]
    public async Task A_sign_ticked_by_mistake_is_asked_again_and_the_check_goes_on()
    {
        var chat = await OpenAsync();
        await chat.BeginAsync();
        await chat.TickAsync("coughing-blood");
        await Expect(chat.Emergency).ToBeVisibleAsync();

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "I ticked this by mistake" }).ClickAsync();
        await chat.ChooseAsync("No");

        await chat.IsAskedAsync("Are any of these new, with this pain?");
        await Expect(chat.Emergency).ToBeHiddenAsync();
        await CloseAsync(chat);
    }

    [Fact]
    public async Task Back_asks_the_last_question_again()
    {
        var chat = await OpenAsync();
        await chat.BeginAsync();
        await chat.NoneAndOnAsync("Are any of these new, with this pain?");

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Back", Exact = true }).ClickAsync();

        await chat.IsAskedAsync(ChatPage.First);
        await CloseAsync(chat);
    }

    [Fact]
    public async Task A_reload_goes_on_where_the_person_was()
    {
        var chat = await OpenAsync();
        await chat.BeginAsync();
        await chat.NoneAndOnAsync("Are any of these new, with this pain?");

        await chat.Page.ReloadAsync();

        await chat.IsAskedAsync("Are any of these new, with this pain?");
        await chat.NoneAndOnAsync("And do any of these fit?");
        await CloseAsync(chat);
    }

    /// <summary>Answers the open question and waits until there is another one, or the answer.</summary>
    private static async Task AnswerAsDeskWorkerAsync(ChatPage chat)
    {
        var heading = await chat.Heading.InnerTextAsync();
        var step = await chat.Page.Locator("#progress-text").InnerTextAsync();
        await (
            heading switch
            {
                "Where is the pain?" => chat.TickAsync("at-between-blades"),
                "When did this pain start?" => chat.NumberAsync("3 days"),
                "How did it start, and after what?" => chat.TickAsync("gradual-onset", "after-prolonged-posture"),
                "How strong was the worst pain in the last day?" => chat.ScaleAsync(3),
                "Which of these make it worse?" => chat.TickAsync("worse-computer"),
                _ => chat.NoneAsync(),
            }
        );
        var isFurther = chat.Page.Locator("#progress-text").Filter(new() { HasNotText = step });
        await Expect(isFurther.Or(chat.Answer).First).ToBeAttachedAsync();
    }

    private async Task<ChatPage> OpenAsync()
    {
        var chat = new ChatPage(await browser.OpenPhoneAsync(server.Address));
        await chat.OpenAsync();
        return chat;
    }

    private static Task CloseAsync(ChatPage chat) => chat.Page.Context.CloseAsync();
}
