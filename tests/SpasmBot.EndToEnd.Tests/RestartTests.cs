using Microsoft.Playwright;
using SpasmBot.EndToEnd.Tests.Kit;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>The server dies in mid-conversation, and nothing is lost.</summary>
[Collection(nameof(Browser))]
public sealed class RestartTests(Browser browser)
{
    [Fact]
    public async Task A_check_goes_on_when_the_server_is_killed_after_every_tap()
    {
        await using var server = await ServerProcess.StartAsync();
        var chat = new ChatPage(await browser.OpenPhoneAsync(server.Address))
        {
            OwnWords = "stiff between my shoulder blades for 3 days from sitting at the computer, a 3 out of 10",
        };
        await chat.OpenAsync();
        var asked = new List<string?>();
        while (await chat.Answer.CountAsync() == 0)
        {
            asked.Add(await chat.Page.Locator(".question-card").GetAttributeAsync("data-question"));
            await chat.StepAsync(async () =>
            {
                await server.KillAsync();
                await server.StartAgainAsync();
            });
        }

        Assert.Equal(asked.Distinct(StringComparer.Ordinal), asked);
        await Assertions.Expect(chat.Answer).ToHaveAttributeAsync("data-disposition", "self-care");
        await Assertions.Expect(chat.Page.Locator(".message.person")).ToHaveCountAsync(asked.Count);
        await Assertions.Expect(chat.Page.Locator(".delivery")).ToHaveCountAsync(0);
        await chat.Page.Context.CloseAsync();
    }
}
