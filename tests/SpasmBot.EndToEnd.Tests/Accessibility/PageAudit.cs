using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using SpasmBot.TestKit;

namespace SpasmBot.EndToEnd.Tests.Accessibility;

/// <summary>Everything about a page that a program can find fault with.</summary>
internal static class PageAudit
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string Measures = File.ReadAllText(
        Repository.PathOf("tests", "SpasmBot.EndToEnd.Tests", "Accessibility", "audit.js")
    );

    /// <summary>The faults of the page as it is now: axe's, and what can be measured (see <c>audit.js</c>).</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Axe);
        var violations = await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(", ")}`)
            """
        );
        var measured = await page.EvaluateAsync<string[]>(Measures);
        return [.. violations, .. measured];
    }
}
