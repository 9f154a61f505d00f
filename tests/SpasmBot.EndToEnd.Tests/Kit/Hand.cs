using Microsoft.Playwright;

namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>How a person uses what is on the page.</summary>
public interface IHand
{
    Task PressAsync(ILocator control);

    Task TickAsync(ILocator box);

    Task TypeAsync(ILocator field, string text);
}

/// <summary>A mouse.</summary>
public sealed class Pointer : IHand
{
    public Task PressAsync(ILocator control) => control.ClickAsync();

    public Task TickAsync(ILocator box) => box.CheckAsync();

    public Task TypeAsync(ILocator field, string text) => field.FillAsync(text);
}

/// <summary>A finger on glass.</summary>
public sealed class Finger : IHand
{
    public Task PressAsync(ILocator control) => control.TapAsync();

    public Task TickAsync(ILocator box) => box.TapAsync();

    public async Task TypeAsync(ILocator field, string text)
    {
        await field.TapAsync();
        await field.FillAsync(text);
    }
}
