using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>Web Chat, used by its cards and suggested actions; nothing is typed into its box.</summary>
public sealed class WebChatPage(IPage page)
{
    private static readonly string[] Choices = ["Check my symptoms", "Me", "I agree", "Skip", "No"];

    private int _answeredCards;

    public IPage Page => page;

    /// <summary>What was said by both, in order.</summary>
    public ILocator Said => page.GetByRole(AriaRole.Feed).GetByRole(AriaRole.Article, new() { Name = " said: " });

    private ILocator Suggested =>
        page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Button);

    private ILocator Cards => page.Locator(".ac-adaptiveCard");

    private ILocator Card => Cards.Last;

    public async Task OpenAsync(string site, Uri bot)
    {
        await page.GotoAsync($"{site}/webchat.html?bot={Uri.EscapeDataString(bot.OriginalString.TrimEnd('/'))}");
        await Suggested.First.WaitForAsync();
    }

    public async Task<IReadOnlyList<string>> SaidAsync() => await Said.AllTextContentsAsync();

    public async Task TickAsync(string option)
    {
        await Card.GetByRole(
                AriaRole.Checkbox,
                new() { NameRegex = new(option, RegexOptions.None, TimeSpan.FromSeconds(1)) }
            )
            .CheckAsync();
        await PressAsync("Send");
    }

    /// <summary>Answers as somebody with little wrong until the bot says this.</summary>
    public async Task AnswerUntilAsync(string words)
    {
        // What was last said may still be on its way: only with something to answer is it complete.
        await ToBeAnsweredAsync();
        while (!await HasSaidAsync(words))
        {
            var before = await Said.CountAsync();
            // Where there are both, the newest card is the question, and a suggested action a way past it.
            if (await Cards.CountAsync() > _answeredCards)
                await FillCardAsync();
            else
                await ChooseAsync();
            await Assertions.Expect(Said).Not.ToHaveCountAsync(before);
            await Assertions.Expect(Said.Last).ToContainTextAsync("Bot said");
            await ToBeAnsweredAsync();
        }
    }

    private Task ToBeAnsweredAsync() => Suggested.First.Or(Cards.Nth(_answeredCards)).First.WaitForAsync();

    private async Task<bool> HasSaidAsync(string words) =>
        await Said.Filter(new() { HasText = words }).CountAsync() > 0;

    private async Task ChooseAsync()
    {
        var offered = (await Suggested.AllTextContentsAsync()).ToList();
        await Suggested.Nth(offered.IndexOf(Choices.FirstOrDefault(offered.Contains) ?? offered[0])).ClickAsync();
        await Assertions.Expect(Suggested).Not.ToHaveTextAsync(offered);
    }

    private async Task FillCardAsync()
    {
        _answeredCards = await Cards.CountAsync();
        var number = Card.GetByRole(AriaRole.Spinbutton);
        var none = Card.GetByRole(AriaRole.Button, new() { Name = "None of these", Exact = true });
        if (await none.CountAsync() > 0)
        {
            await none.ClickAsync();
            return;
        }

        if (await number.CountAsync() > 0)
            await number.FillAsync(await Card.GetByText("How old").CountAsync() > 0 ? "34" : "3");
        else
            await Card.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await PressAsync("Send");
    }

    private Task PressAsync(string button) =>
        Card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
