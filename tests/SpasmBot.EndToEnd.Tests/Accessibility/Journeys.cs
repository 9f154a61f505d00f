using Microsoft.Playwright;
using SpasmBot.EndToEnd.Tests.Kit;
using SpasmBot.Language;

namespace SpasmBot.EndToEnd.Tests.Accessibility;

/// <summary>One walk through the chat: the steps in order, each with what it brings into sight.</summary>
internal sealed record Journey(IReadOnlyList<Stop> Stops);

/// <summary>A step of a walk, and everything in sight after it.</summary>
internal sealed record Stop(Func<ChatPage, Task> GoAsync, params string[] Sights);

/// <summary>The walks that bring everything into sight that a person can be shown.</summary>
internal static class Journeys
{
    public static IReadOnlyDictionary<string, Journey> All { get; } =
        new Dictionary<string, Journey>(StringComparer.Ordinal)
        {
            ["check"] = new([
                new(chat => chat.OpenAsync(), "greeting", Kind(AnswerKind.Choice)),
                new(chat => chat.UntilAsync("age"), Kind(AnswerKind.Number)),
                new(chat => chat.NumberAsync("banana"), "error"),
                new(chat => chat.UntilAsync("consent"), "consent"),
                new(chat => chat.UntilAsync("own-words"), Kind(AnswerKind.Text)),
                new(chat => chat.SayAsync(new string('x', 4_100)), "too long"),
                new(chat => chat.SayAsync("It began slowly after a long day at my computer"), "ticked already"),
                new(chat => chat.UntilAsync("emergency-signs.1"), Kind(AnswerKind.Multi)),
                new(chat => chat.PressAsync(chat.Question.Locator("summary")), "why"),
                new(MarkUnsureAsync, "not sure about some"),
                new(chat => chat.PressAsync(chat.Question.Locator(".unsure-mark").First)),
                new(chat => chat.UntilAsync("where"), Kind(AnswerKind.Body)),
                new(chat => chat.ChooseAsync("See your front"), "front of the body"),
                new(chat => chat.UntilAsync("pain.severity"), "scale"),
                new(chat => chat.UntilAnsweredAsync(), "answer"),
                new(UnfoldAsync, "answer unfolded"),
                new(chat => chat.SayAsync("keep a copy"), "copy"),
                new(chat => chat.MenuAsync("Change an answer"), "summary"),
            ]),
            ["self tests"] = new([
                new(chat => chat.OpenAsync()),
                new(chat => chat.UntilAnsweredAsync()),
                new(chat => chat.SayAsync("try the self tests"), "self test", Kind(AnswerKind.YesNo)),
            ]),
            ["booking"] = new([
                new(chat => chat.OpenAsync()),
                new(chat => chat.UntilAnsweredAsync()),
                new(chat => chat.ChooseAsync("Book a visit"), Kind(AnswerKind.Slot)),
                new(chat => chat.TickAsync("monday", "early"), Kind(AnswerKind.Contact)),
                new(chat => chat.ContinueAsync(), "error in a field"),
                new(ToBookedAsync, "booked"),
            ]),
            ["person"] = new([
                new(chat => chat.OpenAsync()),
                new(chat => chat.ChooseAsync("Talk to reception")),
                new(LeaveContactAsync, "handed over"),
                new(chat => chat.PressAsync(chat.Menu), "menu open"),
                new(chat => chat.ChooseInMenuAsync("Delete this conversation"), "confirm"),
                new(chat => chat.PressAsync("Delete"), "deleted"),
                new(chat => chat.PressAsync("Start a new conversation")),
                new(chat => chat.AskedAsync("menu")),
            ]),
            ["emergency"] = new([
                new(chat => chat.OpenAsync()),
                new(chat => chat.UntilAsync("emergency-signs.1")),
                new(chat => chat.TickAsync("chest-pressure"), "emergency"),
            ]),
            ["crisis"] = new([
                new(chat => chat.OpenAsync()),
                new(chat => chat.SayAsync("I want to kill myself"), "crisis"),
            ]),
            ["bad line"] = new([
                new(chat => chat.OpenAsync()),
                new(chat => chat.UntilAsync("emergency-signs.1")),
                new(LoseSignAsync, "waiting to be sent", "urgent and not sent"),
                new(RefuseToSaveAsync, "not saved"),
                new(chat => chat.Page.Context.SetOfflineAsync(true), "offline"),
            ]),
            ["slow line"] = new([new(chat => chat.OpenAsync()), new(WaitForReplyAsync, "waiting long")]),
            ["no server"] = new([new(OpenWithoutServerAsync, "cannot open"), new(TryAgainAsync)]),
        };

    private static string Kind(AnswerKind kind) => Sight.Of(kind);

    private static async Task MarkUnsureAsync(ChatPage chat)
    {
        await chat.ChooseAsync("Not sure about some");
        await chat.PressAsync(chat.Question.Locator(".unsure-mark").First);
    }

    private static async Task UnfoldAsync(ChatPage chat)
    {
        foreach (var fold in await chat.Answer.Locator("summary").AllAsync())
            await chat.PressAsync(fold);
    }

    private static async Task LeaveContactAsync(ChatPage chat)
    {
        await chat.TypeAsync(chat.Question.GetByLabel("Name"), "Thandi Nkosi");
        await chat.TypeAsync(chat.Question.GetByLabel("Phone"), "082 555 0199");
        await chat.ContinueAsync();
    }

    private static async Task ToBookedAsync(ChatPage chat)
    {
        await LeaveContactAsync(chat);
        await chat.AskedAsync("booking.consent");
        await chat.ChooseAsync("Yes");
    }

    private static async Task LoseSignAsync(ChatPage chat)
    {
        await chat.Page.RouteAsync("**/activities", PostAsync(route => route.AbortAsync()));
        await chat.TickAsync("chest-pressure");
    }

    private static async Task RefuseToSaveAsync(ChatPage chat)
    {
        // The newer route hides the older one; between two, what waits to be sent would slip through.
        var problem = new RouteFulfillOptions
        {
            Status = 503,
            ContentType = "application/problem+json",
            Body = """{ "detail": "We could not save that. Please try again." }""",
        };
        await chat.Page.RouteAsync("**/activities", PostAsync(route => route.FulfillAsync(problem)));
    }

    private static async Task WaitForReplyAsync(ChatPage chat)
    {
        await chat.Page.RouteAsync("**/activities", PostAsync(_ => Task.CompletedTask));
        await chat.SayAsync("hello");
        await Assertions.Expect(chat.Page.Locator(".waiting")).ToContainTextAsync("longer than it should");
    }

    private static async Task OpenWithoutServerAsync(ChatPage chat)
    {
        await chat.Page.RouteAsync("**/tokens/generate", route => route.AbortAsync());
        await chat.Page.GotoAsync("/chat");
    }

    private static async Task TryAgainAsync(ChatPage chat)
    {
        // While there is no server still: once there is one again, the chat may be quicker.
        await chat.PressAsync("Try again");
        await chat.Page.UnrouteAllAsync();
        await chat.AskedAsync("menu");
    }

    private static Func<IRoute, Task> PostAsync(Func<IRoute, Task> act) =>
        route =>
            string.Equals(route.Request.Method, "POST", StringComparison.Ordinal) ? act(route) : route.ContinueAsync();
}
