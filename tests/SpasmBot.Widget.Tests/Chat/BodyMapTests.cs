using Microsoft.Playwright;
using SpasmBot.Widget.Tests.Kit;
using static Microsoft.Playwright.Assertions;

namespace SpasmBot.Widget.Tests.Chat;

/// <summary>Where it hurts, on a drawing: the place and, where there are two, the side.</summary>
[Collection(BrowserTests.Name)]
public sealed class BodyMapTests(Browser browser)
{
    [Theory]
    [InlineData("Shoulder blade, left", """["at-shoulder-blade","side-left"]""")]
    [InlineData("Shoulder blade, right", """["at-shoulder-blade","side-right"]""")]
    [InlineData("Middle of the spine", """["at-mid-back"]""")]
    public async Task Region_GivesItsFinding_AndItsSide(string region, string selected)
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Body);
        await visit.TapAsync(region);
        await visit.TapAsync("Continue");
        Assert.Equal($$"""{"question":"where","selected":{{selected}}}""", await visit.SentAsync());
    }

    [Fact]
    public async Task BothSides_AreBoth()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Body);
        await visit.TapAsync("Shoulder blade, left");
        await visit.TapAsync("Shoulder blade, right");
        await visit.TapAsync("Continue");
        Assert.Equal("""{"question":"where","selected":["at-shoulder-blade","side-both"]}""", await visit.SentAsync());
        await Expect(visit.PersonBubbles.Last).ToHaveTextAsync("Shoulder blade\nBoth sides");
    }

    [Fact]
    public async Task MapAndList_SayTheSame()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Body);
        var row = visit.Page.Locator("input[data-option='at-shoulder-blade']");
        var region = visit.Button("Shoulder blade, left");

        await region.ClickAsync();
        await Expect(row).ToBeCheckedAsync();
        await row.UncheckAsync();
        await Expect(region).ToHaveAttributeAsync("aria-pressed", "false");
        await row.CheckAsync();
        await visit.TapAsync("Continue");

        // The list alone says nothing of the side.
        Assert.Equal("""{"question":"where","selected":["at-shoulder-blade"]}""", await visit.SentAsync());
    }

    [Fact]
    public async Task PlaceOnBothViews_TappedTwiceOnOne_IsOpenAgain()
    {
        var question = Questions.Body with { Options = [new("at-neck", "Neck"), new("at-chest-front", "Chest")] };
        await using var visit = await ChatVisit.AtAsync(browser, question);
        await visit.TapAsync("See your front");
        var neck = visit.Button("Neck, at the front");
        var box = visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Neck" });
        await neck.ClickAsync();
        await Assertions.Expect(box).ToBeCheckedAsync();
        await neck.ClickAsync();
        await Assertions.Expect(box).Not.ToBeCheckedAsync();
        await Assertions.Expect(neck).ToHaveAttributeAsync("aria-pressed", "false");
    }

    [Fact]
    public async Task Front_IsTurnedTo_OnAPhone()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Body);
        var chest = visit.Button("Front of the chest, at the front");
        await Expect(chest).ToBeHiddenAsync();
        await visit.TapAsync("See your front");
        await chest.ClickAsync();
        await visit.TapAsync("Continue");
        Assert.Equal("""{"question":"where","selected":["at-chest-front"]}""", await visit.SentAsync());
    }

    [Fact]
    public async Task LeftOfTheBack_IsLeftOnTheScreen_AndLeftOfTheFrontIsRight()
    {
        await using var visit = await ChatVisit.AtAsync(
            browser,
            Questions.Body with
            {
                Options = [new("at-ribs", "Ribs")],
                Findings = ["at-ribs", "side-left", "side-right"],
            }
        );
        Assert.True(await XAsync(visit, "Ribs, left") < await XAsync(visit, "Ribs, right"));
        await visit.TapAsync("See your front");
        Assert.True(await XAsync(visit, "Ribs, left, at the front") > await XAsync(visit, "Ribs, right, at the front"));
    }

    [Fact]
    public async Task Regions_AreWorkedByTheKeyboard_AndAreLargeEnoughForAThumb()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Body);
        await visit.Page.SetViewportSizeAsync(320, 640);
        foreach (var region in await visit.Page.Locator(".map-region:visible").AllAsync())
        {
            var box = await region.BoundingBoxAsync();
            Assert.True(box!.Width >= 44 && box.Height >= 44, $"{box.Width} by {box.Height}");
        }

        await visit.Button("Shoulder blade, right").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await Expect(visit.Button("Shoulder blade, right")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task SelfTest_IsDrawn_AndTheDrawingIsDescribed()
    {
        await using var visit = await ChatVisit.AtAsync(browser, Questions.Twist);
        var drawing = visit.Card.GetByRole(AriaRole.Img);
        Assert.Contains("turns to one side", await drawing.GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    private static async Task<float> XAsync(ChatVisit visit, string region) =>
        (await visit.Button(region).BoundingBoxAsync())!.X;
}
