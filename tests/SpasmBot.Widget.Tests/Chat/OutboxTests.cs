using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SpasmBot.Widget.Tests.Kit;

namespace SpasmBot.Widget.Tests.Chat;

/// <summary>What is said while there is no line is kept, shown, and sent once and in order when there is one.</summary>
[Collection(BrowserTests.Name)]
public sealed class OutboxTests(Browser browser)
{
    private static ScriptedBot Asking() =>
        new()
        {
            Greeting = [Said.Question(Questions.Signs)],
            Reply = post => [new($"Heard {post["text"]}"), Said.Question(Questions.Next)],
        };

    private static ILocator Waiting(ChatVisit visit) => visit.Page.Locator("[data-state='waiting']");

    /// <summary>Says these while offline.</summary>
    private static async Task SayOfflineAsync(ChatVisit visit, params string[] texts)
    {
        await visit.Page.Context.SetOfflineAsync(true);
        foreach (var text in texts)
            await visit.SayAsync(text);
        await Assertions.Expect(Waiting(visit)).ToHaveCountAsync(texts.Length);
    }

    /// <summary>Lets the server take posts and loses so many of its answers.</summary>
    private static async Task LoseAnswersAsync(ChatVisit visit, int count)
    {
        await visit.Page.RouteAsync(
            "**/activities",
            async route =>
            {
                if (route.Request.Method != "POST" || Interlocked.Decrement(ref count) < 0)
                {
                    await route.ContinueAsync();
                    return;
                }

                await route.FetchAsync();
                await route.AbortAsync("connectionreset");
            }
        );
    }

    [Fact]
    public async Task Said_Offline_WaitsInViewAndIsSentOnceAndInOrder()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await SayOfflineAsync(visit, "one", "two", "three");
        await Assertions.Expect(visit.Page.Locator(".delivery").First).ToContainTextAsync("Waiting to send");
        await Assertions.Expect(visit.Page.Locator(".waiting")).ToHaveCountAsync(0);
        await visit.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(Waiting(visit)).ToHaveCountAsync(0);
        await Assertions.Expect(visit.PersonBubbles).ToHaveTextAsync(["one", "two", "three"]);
        await Assertions.Expect(visit.Page.Locator(".bubble", new() { HasText = "Heard three" })).ToBeVisibleAsync();
        Assert.Equal(["one", "two", "three"], visit.Taken());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Said_Offline_OutlivesAReload()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        // The page itself can be loaded; the conversation cannot be reached.
        visit.Bot.IsDown = true;
        await visit.SayAsync("one");
        await visit.SayAsync("two");
        await Assertions.Expect(Waiting(visit)).ToHaveCountAsync(2);
        await visit.Page.ReloadAsync();
        await visit.Button("Try again").WaitForAsync();
        visit.Bot.IsDown = false;
        await visit.AskedAsync("next");
        await Assertions.Expect(visit.PersonBubbles).ToHaveTextAsync(["one", "two"]);
        Assert.Equal(["one", "two"], visit.Taken());
        Assert.Null(await visit.TabKeepsAsync("outbox"));
    }

    [Fact]
    public async Task Post_WhoseAnswerIsLost_IsTakenOnce()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await LoseAnswersAsync(visit, 2);
        await visit.SayAsync("one");
        await visit.SayAsync("two");
        await visit.Page.Locator(".bubble", new() { HasText = "Heard two" }).WaitForAsync();
        await Assertions.Expect(visit.PersonBubbles).ToHaveTextAsync(["one", "two"]);
        Assert.Equal(["one", "two"], visit.Taken());
    }

    [Fact]
    public async Task Post_WhoseAnswerIsLostAndThePageReloaded_IsTakenOnce()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        visit.Bot.Conversations["c1"].Mutes = true;
        await LoseAnswersAsync(visit, 100);
        await visit.SayAsync("one");
        await Assertions.Expect(Waiting(visit)).ToHaveCountAsync(1);
        Assert.NotNull(await visit.TabKeepsAsync("outbox"));
        visit.Bot.Conversations["c1"].Mutes = false;
        await visit.Page.ReloadAsync();
        await visit.AskedAsync("next");
        await Assertions.Expect(visit.PersonBubbles).ToHaveTextAsync(["one"]);
        Assert.Equal(["one"], visit.Taken());
        Assert.Null(await visit.TabKeepsAsync("outbox"));
    }

    [Fact]
    public async Task Choice_TappedTwiceAtOnce_IsSentOnceAndOffersNothingStale()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Menu);
        await visit.Button("Talk to reception").DblClickAsync();
        await visit.SentAsync();
        Assert.Single(visit.Bot.Posts);
        await Assertions.Expect(visit.Card).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Choice_TappedOffline_IsSentOnceAndCannotBeTappedAgain()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.TapAsync("None of these");
        await Assertions.Expect(Waiting(visit)).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Card).ToHaveCountAsync(0);
        await visit.Page.Context.SetOfflineAsync(false);
        await visit.AskedAsync("next");
        Assert.Equal("""{"question":"emergency-signs.1","none":true}""", visit.Bot.LastValue?.ToJsonString());
    }

    [Fact]
    public async Task Waiting_TakenBack_IsNotSentAndTheQuestionIsOpenAgain()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.GetByLabel("Fainting").CheckAsync();
        await visit.TapAsync("Continue");
        await visit.TapAsync("Take back");
        await visit.AskedAsync("emergency-signs.1");
        await Assertions.Expect(visit.Page.GetByLabel("Fainting")).ToBeCheckedAsync();
        await visit.SayAsync("my words");
        await visit.TapAsync("Take back");
        await Assertions.Expect(visit.Page.Locator("#said")).ToHaveValueAsync("my words");
        await visit.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(visit.Page.Locator("#connection")).ToBeHiddenAsync();
        Assert.Empty(visit.Bot.Posts);
    }

    [Fact]
    public async Task Offline_TheAmbulanceIsOneTapAway()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await visit.Page.Context.SetOfflineAsync(true);
        var line = visit.Page.Locator("#connection");
        await Assertions.Expect(line.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "tel:10177");
        await visit.Page.GetByLabel("Pressure in the chest").CheckAsync();
        await visit.TapAsync("Continue");
        await Assertions.Expect(line).ToContainTextAsync("do not wait for us");
        await Assertions.Expect(line.GetByRole(AriaRole.Link)).ToBeInViewportAsync();
        Assert.Contains(
            await visit.AnnouncedAsync(),
            said => said.Contains("do not wait for us", StringComparison.Ordinal)
        );
        Assert.Empty((await visit.Page.RunAxe()).Violations);
        await visit.Page.Context.SetOfflineAsync(false);
        await visit.AskedAsync("next");
        await Assertions.Expect(line).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Typed_NotSentYet_OutlivesAReload()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await visit.Page.Locator("#said").FillAsync("It began on");
        await visit.Page.ReloadAsync();
        await visit.AskedAsync("emergency-signs.1");
        await Assertions.Expect(visit.Page.Locator("#said")).ToHaveValueAsync("It began on");
        await visit.TapAsync("Send");
        await visit.AskedAsync("next");
        Assert.Null(await visit.TabKeepsAsync("draft"));
    }

    [Fact]
    public async Task Waiting_InAConversationThatIsGone_ComesBackAsTextInTheBox()
    {
        await using var visit = await ChatVisit.BeginAsync(browser, Asking());
        await SayOfflineAsync(visit, "one", "two");
        visit.Bot.Conversations.Clear();
        visit.Bot.ResumeKeysAreDead = true;
        await visit.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(visit.Page.Locator("#notice")).ToContainTextAsync("this is a new one");
        await Assertions.Expect(visit.Page.Locator("#said")).ToHaveValueAsync("one\ntwo");
        await Assertions.Expect(visit.PersonBubbles).ToHaveCountAsync(0);
    }
}
