using Microsoft.Playwright;
using SpasmBot.EndToEnd.Tests.Kit;

namespace SpasmBot.EndToEnd.Tests.Accessibility;

/// <summary>What a screen reader is told without asking: each new message once, an old one never again.</summary>
[Collection(nameof(Browser))]
public sealed class AnnouncementTests(Browser browser, SharedServer server)
{
    /// <summary>Keeps everything that a live region is ever told, over reloads too.</summary>
    private const string Listen = """
        addEventListener("DOMContentLoaded", () => {
          const heard = JSON.parse(sessionStorage.getItem("heard") ?? "[]");
          new MutationObserver((changes) => {
            for (const { target, addedNodes } of changes) {
              const place = target instanceof Element ? target : target.parentElement;
              if (!place?.closest("[aria-live], [role=alert], [role=status], [role=log]")) continue;
              for (const node of addedNodes) heard.push(node.textContent);
            }
            sessionStorage.setItem("heard", JSON.stringify(heard));
          }).observe(document.body, { childList: true, subtree: true, characterData: true });
        });
        """;

    /// <summary>What the bot has said so far as it stands on the page; what holds a link is left out, for it is drawn in pieces.</summary>
    private const string Said = """
        () => [...document.querySelectorAll(".message.bot:not(.waiting) .said:not(:has(a)), #question-title")].map((said) => said.textContent)
        """;

    [Fact]
    public async Task Each_new_message_is_said_once_and_after_a_reload_no_old_one_is()
    {
        var chat = new ChatPage(await browser.OpenPhoneAsync(server.Address));
        await chat.Page.AddInitScriptAsync(Listen);
        await chat.OpenAsync();
        await chat.UntilAsync("where");
        var said = await chat.Page.EvaluateAsync<string[]>(Said);
        var heard = await HeardAsync(chat);
        Assert.True(said.Length >= 9, string.Join(" / ", said));
        Assert.All(
            said.CountBy(text => text, StringComparer.Ordinal),
            text => Assert.Equal(text.Value, heard.Count(line => line.Contains(text.Key, StringComparison.Ordinal)))
        );

        await chat.Page.ReloadAsync();
        await chat.AskedAsync("where");
        await chat.TickAsync("at-between-blades");
        await chat.AskedAsync("onset.when");

        Assert.Equal(
            ["Welcome back. Here is where we were. Where is the pain?", "When did this pain start?"],
            (await HeardAsync(chat)).Skip(heard.Count).Select(UpToQuestion)
        );
        await chat.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_emergency_is_said_with_what_to_do_while_waiting()
    {
        var chat = new ChatPage(await browser.OpenPhoneAsync(server.Address));
        await chat.Page.AddInitScriptAsync(Listen);
        await chat.OpenAsync();
        await chat.UntilAsync("emergency-signs.1");
        await chat.TickAsync("chest-pressure");
        await Assertions.Expect(chat.Emergency).ToBeVisibleAsync();

        var last = (await HeardAsync(chat))[^1];
        Assert.StartsWith("Call an ambulance now.", last, StringComparison.Ordinal);
        var whileWaiting = await chat.Page.Locator(".emergency-card .plain-list li").AllInnerTextsAsync();
        Assert.True(whileWaiting.Count >= 3, string.Join(" / ", whileWaiting));
        Assert.All(whileWaiting, line => Assert.Contains(line, last, StringComparison.Ordinal));
        await chat.Page.Context.CloseAsync();
    }

    /// <summary>Without the hint, which follows the question.</summary>
    private static string UpToQuestion(string line) => line[..(line.IndexOf('?', StringComparison.Ordinal) + 1)];

    private static async Task<IReadOnlyList<string>> HeardAsync(ChatPage chat) =>
        await chat.Page.EvaluateAsync<string[]>("() => JSON.parse(sessionStorage.getItem('heard') ?? '[]')");
}
