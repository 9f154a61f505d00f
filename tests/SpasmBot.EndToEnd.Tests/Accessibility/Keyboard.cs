using Microsoft.Playwright;
using SpasmBot.EndToEnd.Tests.Kit;

namespace SpasmBot.EndToEnd.Tests.Accessibility;

/// <summary>The keyboard alone. Wherever the focus goes, it can be seen, and it is never lost.</summary>
internal sealed class Keyboard(IPage page) : IHand
{
    /// <summary>More stops than any page has.</summary>
    private const int Patience = 120;

    private readonly List<string> _faults = [];
    private bool _hasBegun;

    /// <summary>Where the focus could not be seen, or was nowhere.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public async Task PressAsync(ILocator control)
    {
        await GoToAsync(control);
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task TickAsync(ILocator box)
    {
        await GoToAsync(box);
        if (!await box.IsCheckedAsync())
            await page.Keyboard.PressAsync("Space");
    }

    public async Task TypeAsync(ILocator field, string text)
    {
        await GoToAsync(field);
        await page.Keyboard.PressAsync("ControlOrMeta+A");
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Notes when the focus is nowhere: the next step of the keyboard would begin at the top again.</summary>
    public async Task HasFocusAsync(string when)
    {
        if (await page.EvaluateAsync<bool>("() => document.activeElement === document.body"))
            _faults.Add($"nothing has the focus: {when}");
    }

    private async Task GoToAsync(ILocator control)
    {
        await control.WaitForAsync();
        if (_hasBegun)
            await HasFocusAsync($"before {control}");
        _hasBegun = true;
        for (var steps = 0; !await HasFocusAsync(control); steps++)
        {
            Assert.True(steps < Patience, $"The keyboard does not reach {control}.");
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>(LookAtFocus) is { } fault)
                _faults.Add(fault);
        }
    }

    private static Task<bool> HasFocusAsync(ILocator control) =>
        control.EvaluateAsync<bool>("element => element === document.activeElement");

    /// <summary>A sentence when what has the focus shows no ring, or something lies over it.</summary>
    private const string LookAtFocus = """
        () => {
          const element = document.activeElement;
          // The way round leads through the browser's own bars.
          if (element === document.body) return null;
          const name = `<${element.localName} ${element.id || element.className}> ${(element.ariaLabel ?? element.textContent).trim().slice(0, 40)}`;
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
          const hasRing = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
          if (!hasRing) return `no ring: ${name}`;
          const box = element.getBoundingClientRect();
          const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, innerHeight / 2)];
          const over = document.elementFromPoint(x, y);
          const isSeen = over && (element.contains(over) || over.contains(element) || over.closest("label")?.contains(element));
          return isSeen ? null : `out of sight: ${name}, under ${over ? `<${over.localName} ${over.className}>` : "nothing"}`;
        }
        """;
}
