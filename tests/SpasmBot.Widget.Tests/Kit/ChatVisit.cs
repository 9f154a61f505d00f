using Microsoft.Playwright;

namespace SpasmBot.Widget.Tests.Kit;

/// <summary>A person on the chat page, and what the browser complained about meanwhile.</summary>
public sealed class ChatVisit : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    private ChatVisit(ChatServer server, IPage page)
    {
        Server = server;
        Page = page;
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                _complaints.Add(message.Text);
        };
    }

    public ChatServer Server { get; }

    public ScriptedBot Bot => Server.Bot;

    public IPage Page { get; }

    /// <summary>Errors of the page's own scripts and breaches of the policy.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Card => Page.Locator(".question-card");

    public ILocator Banner => Page.Locator("#emergency");

    public ILocator PersonBubbles => Page.Locator(".message.person .bubble");

    /// <summary>Opens the chat with this bot and waits for its first question.</summary>
    public static Task<ChatVisit> BeginAsync(Browser browser, ScriptedBot bot, ColorScheme theme = ColorScheme.Light) =>
        BeginAsync(browser, bot, theme, _ => Task.CompletedTask);

    /// <summary>The same with a device that is made ready first.</summary>
    public static Task<ChatVisit> BeginAsync(Browser browser, ScriptedBot bot, Func<IPage, Task> prepare) =>
        BeginAsync(browser, bot, ColorScheme.Light, prepare);

    private static async Task<ChatVisit> BeginAsync(
        Browser browser,
        ScriptedBot bot,
        ColorScheme theme,
        Func<IPage, Task> prepare
    )
    {
        var server = await ChatServer.StartAsync(bot);
        var visit = new ChatVisit(server, await browser.PageAsync(theme));
        // Everything the live region was ever told, in order.
        await visit.Page.AddInitScriptAsync(
            """
            window.announced = [];
            window.printed = 0;
            window.print = () => window.printed++;
            addEventListener("DOMContentLoaded", () => {
              const region = document.getElementById("announcer");
              new MutationObserver((changes) => {
                for (const change of changes) for (const node of change.addedNodes) announced.push(node.textContent);
              }).observe(region, { childList: true });
            });
            """
        );
        await prepare(visit.Page);
        await visit.OpenAsync();
        return visit;
    }

    /// <summary>The same person's second tab, which goes when the first one does.</summary>
    public async Task<ChatVisit> AnotherTabAsync()
    {
        var tab = new ChatVisit(Server, await Page.Context.NewPageAsync());
        await tab.OpenAsync();
        return tab;
    }

    /// <summary>Goes to the chat and waits for its question.</summary>
    public async Task OpenAsync()
    {
        await Page.GotoAsync(new Uri(Server.Address, "/chat").ToString());
        await SettleAsync();
    }

    /// <summary>Opens the chat with a bot that asks this one question first.</summary>
    public static Task<ChatVisit> AtAsync(Browser browser, Contracts.SpasmBotData question) =>
        BeginAsync(browser, new ScriptedBot { Greeting = [Said.Question(question)] });

    /// <summary>Waits until a question can be answered.</summary>
    public Task SettleAsync() => Page.Locator(".question-card:not(.is-settling)").WaitForAsync();

    /// <summary>Waits until this question can be answered.</summary>
    public Task AskedAsync(string question) =>
        Page.Locator($".question-card[data-question='{question}']:not(.is-settling)").WaitForAsync();

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public Task TapAsync(string name) => Button(name).ClickAsync();

    public async Task SayAsync(string text)
    {
        await Page.Locator("#said").FillAsync(text);
        await TapAsync("Send");
    }

    /// <summary>Waits until the bot has everything that was said so far, and gives the last value.</summary>
    public async Task<string?> SentAsync()
    {
        await PersonBubbles.First.WaitForAsync();
        await Assertions.Expect(Page.Locator(".delivery")).ToHaveCountAsync(0);
        return Bot.LastValue?.ToJsonString();
    }

    public Task<string[]> AnnouncedAsync() => Page.EvaluateAsync<string[]>("() => announced");

    public Task<int> RememberedAsync() => Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length");

    /// <summary>What people have said as the server has it, in order.</summary>
    public string[] Taken(string conversation = "c1") =>
        [
            .. Bot.Conversations[conversation].After(0).Page["activities"]!
                .AsArray()
                .Where(activity => (string?)activity!["from"]!["role"] == "user")
                .Select(activity => (string?)activity!["text"] ?? activity["value"]!.ToJsonString()),
        ];

    /// <summary>What the tab's own storage has under the last part of a name, or null.</summary>
    public Task<string?> TabKeepsAsync(string name) =>
        Page.EvaluateAsync<string?>(
            "name => Object.entries(sessionStorage).find(([key]) => key.endsWith(name))?.[1] ?? null",
            $":{name}"
        );

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        await Server.DisposeAsync();
    }
}
