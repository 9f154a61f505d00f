namespace SpasmBot.Runtime.Tests.Turn;

public class MiddlewareSetTests
{
    private readonly List<string> _order = [];

    [Fact]
    public async Task Middleware_RunsAroundTheBot_InTheOrderAdded()
    {
        var set = new MiddlewareSet().Use(Around("a")).Use(Around("b"));

        await set.ReceiveActivityWithStatusAsync(null, Bot, default);

        Assert.Equal(["a", "b", "bot", "b after", "a after"], _order);
    }

    [Fact]
    public async Task Middleware_ThatDoesNotGoOn_EndsTheTurn()
    {
        var set = new MiddlewareSet().Use(new Lambda((_, _) => Task.CompletedTask)).Use(Around("b"));

        await set.ReceiveActivityWithStatusAsync(null, Bot, default);

        Assert.Empty(_order);
    }

    [Fact]
    public async Task ASetInASet_RunsAsOneMiddleware()
    {
        var set = new MiddlewareSet().Use(new MiddlewareSet().Use(Around("inner"))).Use(Around("outer"));

        await set.ReceiveActivityWithStatusAsync(null, Bot, default);

        Assert.Equal(["inner", "inner after", "outer", "bot", "outer after"], _order);
    }

    [Fact]
    public async Task AnEmptySet_CallsTheBot()
    {
        await new MiddlewareSet().ReceiveActivityWithStatusAsync(null, Bot, default);
        Assert.Equal(["bot"], _order);
    }

    [Fact]
    public async Task WhatTheBotThrows_PassesTheMiddleware()
    {
        var caught = "";
        var set = new MiddlewareSet().Use(
            new Lambda(
                async (next, token) =>
                {
                    try
                    {
                        await next(token);
                    }
                    catch (InvalidOperationException e)
                    {
                        caught = e.Message;
                    }
                }
            )
        );

        await set.ReceiveActivityWithStatusAsync(null, (_, _) => throw new InvalidOperationException("oh"), default);

        Assert.Equal("oh", caught);
    }

    [Fact]
    public void Use_Nothing_IsRefused() => Assert.Throws<ArgumentNullException>(() => new MiddlewareSet().Use(null));

    private Task Bot(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        _order.Add("bot");
        return Task.CompletedTask;
    }

    private Lambda Around(string name) =>
        new(
            async (next, token) =>
            {
                _order.Add(name);
                await next(token);
                _order.Add($"{name} after");
            }
        );

    private sealed class Lambda(Func<NextDelegate, CancellationToken, Task> onTurn) : IMiddleware
    {
        public Task OnTurnAsync(
            ITurnContext turnContext,
            NextDelegate next,
            CancellationToken cancellationToken = default
        ) => onTurn(next, cancellationToken);
    }
}
