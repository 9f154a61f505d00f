using System.Text.Json;
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

    /// <summary>Controls that assistive technology meets without a name, or twice by the same one.</summary>
    public static async Task<IReadOnlyList<string>> NamelessAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var tree = await session.SendAsync("Accessibility.getFullAXTree");
        await session.DetachAsync();
        var controls = tree!
            .Value.GetProperty("nodes")
            .EnumerateArray()
            .Where(node => !node.GetProperty("ignored").GetBoolean())
            .Select(node => (Role: ValueOf(node, "role"), Name: ValueOf(node, "name").Trim()))
            .Where(node => Controls.Contains(node.Role))
            .ToList();
        Assert.NotEmpty(controls);
        return
        [
            .. controls
                .Where(control => control.Name.Length == 0)
                .Select(control => $"a {control.Role} without a name"),
            .. controls
                .Where(control => control.Role != "link" && !Repeated.Contains(control.Name))
                .GroupBy(control => control)
                .Where(same => same.Count() > 1)
                .Select(same => $"{same.Count()} times {same.Key}"),
        ];
    }

    /// <summary>What an answer offers, and a copy that was asked for offers once more: the same ways to the same.</summary>
    private static readonly HashSet<string> Repeated = new(StringComparer.Ordinal) { "Print", "Save as PDF" };

    private static readonly HashSet<string> Controls = new(StringComparer.Ordinal)
    {
        "button",
        "checkbox",
        "radio",
        "textbox",
        "searchbox",
        "spinbutton",
        "slider",
        "combobox",
        "listbox",
        "option",
        "link",
        "switch",
        "tab",
        "menuitem",
        "DisclosureTriangle",
        "DisclosureTriangleGrouped",
        "dialog",
        "region",
        "image",
        "Iframe",
    };

    private static string ValueOf(JsonElement node, string property) =>
        node.TryGetProperty(property, out var value) && value.TryGetProperty("value", out var text)
            ? text.GetString() ?? ""
            : "";
}
