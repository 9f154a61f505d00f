using Microsoft.Playwright;

namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>How a person uses what is on the page.</summary>
public interface IHand
{
    Task PressAsync(ILocator control);

    Task TickAsync(ILocator box);

    Task TypeAsync(ILocator field, string text);
}

/// <summary>A finger or a mouse.</summary>
public sealed class Pointer : IHand
{
    public Task PressAsync(ILocator control) => control.ClickAsync();

    public Task TickAsync(ILocator box) => box.CheckAsync();

    public Task TypeAsync(ILocator field, string text) => field.FillAsync(text);
}
