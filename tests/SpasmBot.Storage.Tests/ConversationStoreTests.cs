namespace SpasmBot.Storage.Tests;

public class ConversationStoreTests
{
    [Fact]
    public async Task LoadAsync_UnknownConversation_IsNull()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key("c1", "sea-point")));

        Assert.Null(await store.Conversations.LoadAsync(Turns.Key("c1")));
    }

    [Fact]
    public async Task LoadAsync_AfterATurn_GivesWhatTheNextTurnNeeds()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()));
        store.Time.Advance(TimeSpan.FromHours(2));
        await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1));

        Assert.Equal(
            new ConversationSnapshot
            {
                Key = Turns.Key(),
                UserId = "dl_ann",
                ChannelId = "directline",
                Locale = "en-ZA",
                ResumeKeyHash = "hash-of-resume-key",
                Version = 2,
                Watermark = 3,
                StateJson = """{"turn":1}""",
                ProtocolVersion = "1",
                UpdatedAt = store.Time.GetUtcNow(),
                IsForgotten = false,
            },
            await store.Conversations.LoadAsync(Turns.Key())
        );
    }

    [Theory]
    [InlineData(0, new long[] { 1, 2, 3 }, 3)]
    [InlineData(2, new long[] { 3 }, 3)]
    [InlineData(3, new long[0], 3)]
    [InlineData(9, new long[0], 9)]
    public async Task ReadActivitiesAsync_GivesWhatCameAfterTheWatermark(long after, long[] expected, long watermark)
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()));
        await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1));
        await store.Queue.CommitAsync(Turns.Start(Turns.Key("another")));

        var page = await store.Conversations.ReadActivitiesAsync(Turns.Key(), after);

        Assert.Equal(expected, page.Activities.Select(a => a.Sequence));
        Assert.Equal(watermark, page.Watermark);
    }

    [Fact]
    public async Task FindByClientIdAsync_FindsTheActivityItWasStoredAs()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()));
        await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1, clientId: "tap-1"));

        Assert.Equal(new("u1", 2), await store.Conversations.FindByClientIdAsync(Turns.Key(), "tap-1"));
        Assert.Null(await store.Conversations.FindByClientIdAsync(Turns.Key(), "tap-2"));
        Assert.Null(await store.Conversations.FindByClientIdAsync(Turns.Key("another"), "tap-1"));
    }
}
