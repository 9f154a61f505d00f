using Microsoft.EntityFrameworkCore;
using SpasmBot.Contracts;

namespace SpasmBot.Storage.Tests;

public class RetentionSweepTests
{
    [Fact]
    public async Task SweepAsync_DeletesWhatWasNotUpdatedForTheDaysSet()
    {
        await using var store = await TestStore.OpenAsync(retentionDays: 30);
        await store.Queue.CommitAsync(Turns.Start(Turns.Key("old")));
        await store.Queue.CommitAsync(Turns.Start(Turns.Key("old-but-used")));
        store.Time.Advance(TimeSpan.FromDays(20));
        await store.Queue.CommitAsync(Turns.Say(Turns.Key("old-but-used"), onVersion: 1));
        store.Time.Advance(TimeSpan.FromDays(10));
        Assert.Equal(0, await store.Retention.SweepAsync());

        store.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await store.Retention.SweepAsync());

        Assert.Null(await store.Conversations.LoadAsync(Turns.Key("old")));
        Assert.Equal(3, await store.ReadAsync(db => db.Activities.CountAsync()));
        Assert.Equal(2, (await store.Conversations.LoadAsync(Turns.Key("old-but-used")))!.Version);
    }

    [Fact]
    public async Task SweepAsync_ManyOldConversations_AllGo()
    {
        await using var store = await TestStore.OpenAsync();
        await Task.WhenAll(
            Enumerable.Range(0, 120).Select(i => store.Queue.CommitAsync(Turns.Start(Turns.Key($"c{i}"))))
        );
        store.Time.Advance(TimeSpan.FromDays(91));

        Assert.Equal(120, await store.Retention.SweepAsync());
        Assert.False(await store.ReadAsync(db => db.Activities.AnyAsync()));
    }

    [Fact]
    public async Task SweepAsync_OpenEnquiry_StaysUntilItIsClosedAndItsTimeHasRunOut()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(
            Turns.Start(Turns.Key()) with
            {
                Enquiries = [Turns.CallBack()],
                Alerts = [Turns.AmbulanceAlert()],
                Assessments = [Turns.Assessment()],
            }
        );
        store.Time.Advance(TimeSpan.FromDays(91));
        await store.Retention.SweepAsync();

        var open = await store.ReadAsync(db => db.Enquiries.SingleAsync());
        Assert.Equal(("+27215550100", null), (open.Phone, open.ConversationId));
        Assert.False(await store.ReadAsync(db => db.Alerts.AnyAsync()));

        await store.Desk.CloseEnquiryAsync(ClinicId.Default, open.Id, "thandi");
        await store.Retention.SweepAsync();
        Assert.True(await store.ReadAsync(db => db.Enquiries.AnyAsync()));
        store.Time.Advance(TimeSpan.FromDays(91));
        await store.Retention.SweepAsync();
        Assert.False(await store.ReadAsync(db => db.Enquiries.AnyAsync()));
    }

    [Fact]
    public async Task SweepAsync_TombstoneOfAForgottenConversation_GoesInItsTime()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()));
        await store.Erasure.ForgetAsync(Turns.Key());
        store.Time.Advance(TimeSpan.FromDays(91));

        Assert.Equal(1, await store.Retention.SweepAsync());
        Assert.Null(await store.Conversations.LoadAsync(Turns.Key()));
    }

    [Fact]
    public async Task Service_SweepsSoonAfterStartAndEverySixHours()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key("oldest")));
        store.Time.Advance(TimeSpan.FromHours(4));
        await store.Queue.CommitAsync(Turns.Start(Turns.Key("old")));
        store.Time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromHours(3));
        await store.Queue.CommitAsync(Turns.Start(Turns.Key("new")));

        await store.Retention.StartAsync(CancellationToken.None);
        try
        {
            store.Time.Advance(TimeSpan.FromMinutes(1));
            await GoneAsync(store, Turns.Key("oldest"));
            Assert.NotNull(await store.Conversations.LoadAsync(Turns.Key("old")));

            store.Time.Advance(TimeSpan.FromHours(6));
            await GoneAsync(store, Turns.Key("old"));
            Assert.NotNull(await store.Conversations.LoadAsync(Turns.Key("new")));
        }
        finally
        {
            await store.Retention.StopAsync(CancellationToken.None);
        }
    }

    // Each look waits for the queue, behind whatever the sweep has put there.
    private static async Task GoneAsync(TestStore store, ConversationKey key)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await store.Conversations.LoadAsync(key, patience.Token) is not null)
            await store.Queue.WriteAsync(_ => Task.FromResult(0), patience.Token);
    }
}
