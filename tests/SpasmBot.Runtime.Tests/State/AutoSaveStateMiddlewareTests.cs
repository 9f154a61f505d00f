namespace SpasmBot.Runtime.Tests.State;

public class AutoSaveStateMiddlewareTests
{
    [Fact]
    public async Task EveryState_IsSavedAtTheEndOfATurn()
    {
        var storage = new MemoryStorage();
        var user = new UserState(storage);
        var conversation = new ConversationState(storage);
        var visits = user.CreateProperty<int>("visits");
        var turns = conversation.CreateProperty<int>("turns");
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(user).Add(conversation));

        await new TestFlow(
            adapter,
            async (turn, token) =>
            {
                await visits.SetAsync(turn, await visits.GetAsync(turn, cancellationToken: token) + 1, token);
                await turns.SetAsync(turn, await turns.GetAsync(turn, cancellationToken: token) + 2, token);
                var said = $"{await visits.GetAsync(turn, null, token)} {await turns.GetAsync(turn, null, token)}";
                await turn.SendActivityAsync(said, cancellationToken: token);
            }
        ).Test("a", "1 2").Test("b", "2 4").StartTestAsync();
    }

    [Fact]
    public async Task ATurnThatThrows_SavesNothing()
    {
        var storage = new MemoryStorage();
        var state = new ConversationState(storage);
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(new BotStateSet(state)));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            adapter.SendTextToBotAsync(
                "hi",
                async (turn, token) =>
                {
                    await state.CreateProperty<int>("p").SetAsync(turn, 1, token);
                    throw new InvalidOperationException("oh");
                },
                CancellationToken.None
            )
        );

        Assert.Empty(await storage.ReadAsync(["test/conversations/Conversation1"]));
    }
}
