using Microsoft.Playwright;
using SpasmBot.EndToEnd.Tests.Kit;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>
/// The unchanged public Web Chat on a site of another origin: it knows nothing of this product and shows its texts, cards
/// and suggested actions.
/// </summary>
[Collection(nameof(Browser))]
public sealed class WebChatTests(Browser browser)
{
    [Fact]
    public async Task A_check_is_finished_by_cards_and_suggested_actions_alone_and_goes_on_after_a_reload()
    {
        await using var site = await OtherSite.StartAsync();
        await using var server = await ServerProcess.StartAsync($"--DirectLine:AllowedOrigins:0={site.Address}");
        var chat = new WebChatPage(await browser.OpenPhoneAsync(server.Address));
        await chat.OpenAsync(site.Address, server.Address);

        await chat.AnswerUntilAsync("How strong was the worst pain");
        var before = await chat.SaidAsync();
        await chat.Page.ReloadAsync();
        await Assertions.Expect(chat.Said).ToHaveTextAsync(before);
        await chat.AnswerUntilAsync("What not to do");

        await Assertions.Expect(chat.Page.GetByText("Send failed")).ToHaveCountAsync(0);
        await Assertions.Expect(chat.Page.GetByText("Unable to connect")).ToHaveCountAsync(0);
        await chat.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_emergency_is_a_card_with_a_number_to_tap()
    {
        await using var site = await OtherSite.StartAsync();
        await using var server = await ServerProcess.StartAsync($"--DirectLine:AllowedOrigins:0={site.Address}");
        var chat = new WebChatPage(await browser.OpenPhoneAsync(server.Address));
        await chat.OpenAsync(site.Address, server.Address);

        await chat.AnswerUntilAsync("Any of these");
        await chat.TickAsync("Chest pressure");

        var banner = chat.Page.Locator(".ac-adaptiveCard").Filter(new() { HasText = "Call an ambulance now" });
        await Assertions.Expect(banner.GetByText("Ambulance: 10177")).ToBeVisibleAsync();
        await chat.Page.Context.CloseAsync();
    }
}
