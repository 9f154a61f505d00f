using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SpasmBot.EndToEnd.Tests.Kit;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>The page for clinicians, in a real browser.</summary>
[Collection(nameof(Browser))]
public sealed class ProtocolPageTests(Browser browser, SharedServer server)
{
    [Fact]
    public async Task The_protocol_has_no_accessibility_faults_and_fits_a_phone()
    {
        var page = await browser.OpenPhoneAsync(server.Address);
        await page.GotoAsync("/protocol");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign-off" })).ToBeVisibleAsync();

        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));
        await page.Context.CloseAsync();
    }

    /// <summary>A typeface that is wider than ours must not push words out of their boxes.</summary>
    [Fact]
    public async Task The_picture_keeps_every_word_in_its_box()
    {
        var page = await browser.OpenPhoneAsync(server.Address);
        await page.GotoAsync("/protocol");

        var outside = await page.EvaluateAsync<string[]>(
            """
            () => {
              return [...document.querySelectorAll("svg.flow text")]
                .filter(text => text.getBoundingClientRect().right > text.ownerSVGElement.getBoundingClientRect().right - 4)
                .map(text => text.textContent);
            }
            """
        );
        Assert.Empty(outside);
        await page.Context.CloseAsync();
    }
}
