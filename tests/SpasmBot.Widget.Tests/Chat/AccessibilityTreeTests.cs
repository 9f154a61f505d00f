using Microsoft.Playwright;
using SpasmBot.Contracts;
using SpasmBot.TestKit;
using SpasmBot.Widget.Tests.Kit;

namespace SpasmBot.Widget.Tests.Chat;

/// <summary>
/// The name, role and value of everything on the page, as a screen reader is told them, before anything is touched and
/// when all of it is. The files in <c>AccessibilityTrees</c> are read by people: see <see cref="Approved"/>.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class AccessibilityTreeTests(Browser browser)
{
    private static readonly Dictionary<string, SpasmBotData> Shown = new(StringComparer.Ordinal)
    {
        ["choice"] = Questions.Next,
        ["ticks"] = Questions.Signs,
        ["ticks-in-groups"] = Questions.Where,
        ["body-map"] = Questions.Body,
        ["yes-no"] = Questions.Breathing,
        ["number"] = Questions.Age,
        ["scale"] = Questions.Severity,
        ["own-words"] = Questions.OwnWords,
        ["self-test"] = Questions.Twist,
        ["contact"] = Questions.Contact,
        ["summary"] = Questions.Summary,
        ["answer"] = Questions.Answer,
        ["ambulance"] = Questions.Ambulance,
        ["crisis"] = Questions.Crisis,
    };

    public static TheoryData<string> Names() => [.. Shown.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Page_HasItsNamesRolesAndValues(string name)
    {
        var said = new Said(Shown[name].Prompt ?? "Said.", Shown[name]);
        var bot = new ScriptedBot { Greeting = [Said.Question(Questions.Menu)], Reply = _ => [said] };
        await using var visit = await ChatVisit.BeginAsync(browser, bot);
        await visit.TapAsync("Check my symptoms");
        await visit
            .Page.Locator($"[data-question='{Shown[name].Question}'], .answer-card, #emergency h2")
            .First.WaitForAsync();
        await visit.SentAsync();
        await Assertions.Expect(visit.Page.Locator(".is-settling")).ToHaveCountAsync(0);
        var untouched = await visit.Page.Locator("#chat").AriaSnapshotAsync();
        await TouchAsync(visit.Page);
        var touched = await visit.Page.Locator("#chat").AriaSnapshotAsync();

        Approved.Matches(
            $"Before anything is touched:\n\n{untouched}\n\nWhen all of it is:\n\n{ChangesOf(untouched, touched)}",
            name,
            "AccessibilityTrees"
        );
    }

    /// <summary>Ticks, fills in, turns over and opens what there is, without sending it.</summary>
    private static async Task TouchAsync(IPage page)
    {
        foreach (var box in await page.GetByRole(AriaRole.Checkbox).AllAsync())
            await box.CheckAsync();
        foreach (var field in await page.GetByRole(AriaRole.Textbox).AllAsync())
            await field.FillAsync("34");
        // Of the two sides of the body one is always shown.
        foreach (var side in (await page.Locator(".map-turns button[aria-pressed=false]").AllAsync()).Take(1))
            await side.ClickAsync();
        foreach (var details in await page.Locator("summary:visible").AllAsync())
            await details.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
    }

    private static string ChangesOf(string before, string after)
    {
        var old = before.Split('\n').ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', after.Split('\n').Where(line => !old.Contains(line)));
    }
}
