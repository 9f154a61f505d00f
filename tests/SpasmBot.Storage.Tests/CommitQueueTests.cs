using Microsoft.EntityFrameworkCore;
using SpasmBot.Contracts;
using SpasmBot.Storage.Rows;

namespace SpasmBot.Storage.Tests;

public class CommitQueueTests
{
    [Fact]
    public async Task CommitAsync_FirstTurn_StoresConversationAndGreeting()
    {
        await using var store = await TestStore.OpenAsync();

        var result = await store.Queue.CommitAsync(Turns.Start(Turns.Key()));

        Assert.Equal(new CommitResult.Committed(Version: 1, Watermark: 1), result);
        var row = await store.ReadAsync(db => db.Conversations.SingleAsync());
        Assert.Equal(
            ("dl_ann", "directline", "en-ZA", "1", "hash-of-resume-key"),
            (row.UserId, row.ChannelId, row.Locale, row.ProtocolVersion, row.ResumeKeyHash)
        );
        Assert.Equal(store.Time.GetUtcNow().ToUnixTimeMilliseconds(), row.UpdatedAt);
    }

    [Fact]
    public async Task CommitAsync_PersonSpeaks_NumbersHerActivityBeforeTheReplies()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()));

        var result = await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1));

        Assert.Equal(new CommitResult.Committed(Version: 2, Watermark: 3), result);
        var transcript = await store.ReadAsync(db => db.Activities.OrderBy(a => a.Sequence).ToListAsync());
        Assert.Equal(
            [(1, "greeting", true), (2, "u1", false), (3, "b1", true)],
            transcript.Select(a => (a.Sequence, a.ActivityId, a.FromBot))
        );
    }

    [Fact]
    public async Task CommitAsync_WhatCameOfTheTurn_IsStoredWithIt()
    {
        await using var store = await TestStore.OpenAsync();
        var key = Turns.Key("c1", "sea-point");
        await store.Queue.CommitAsync(Turns.Start(key));

        var turn = Turns.Say(key, onVersion: 1) with
        {
            Enquiries = [Turns.CallBack("doctor-today")],
            Bookings = [Turns.Booking("SB-1")],
            Alerts = [Turns.AmbulanceAlert()],
            Assessments = [Turns.Assessment()],
            ClosesConversation = true,
        };
        (await store.Queue.CommitAsync(turn)).MustCommit();

        var enquiry = await store.ReadAsync(db => db.Enquiries.SingleAsync());
        Assert.Equal(
            (key.Clinic, "c1", WorkStatus.Open, 5, "+27215550100"),
            (enquiry.ClinicId, enquiry.ConversationId, enquiry.Status, enquiry.Urgency, enquiry.Phone)
        );
        var booking = await store.ReadAsync(db => db.Bookings.SingleAsync());
        Assert.Equal(["Monday morning", "Friday after 15:00"], booking.PreferredTimes);
        var alert = await store.ReadAsync(db => db.Alerts.SingleAsync());
        Assert.Equal((AlertKind.Ambulance, 2), (alert.Kind, alert.Summary.Count));
        var assessment = await store.ReadAsync(db => db.Assessments.SingleAsync());
        Assert.Equal("""{"severity":8}""", assessment.FirstAnswersJson);
        Assert.NotNull((await store.ReadAsync(db => db.Conversations.SingleAsync())).ClosedAt);
    }

    [Fact]
    public async Task CommitAsync_TurnOnAnOldVersion_IsAVersionConflictAndStoresNothing()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()));
        await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1));

        var late = await store.Queue.CommitAsync(
            Turns.Say(Turns.Key(), onVersion: 1) with
            {
                Enquiries = [Turns.CallBack()],
            }
        );

        Assert.Equal(new CommitResult.VersionConflict(ActualVersion: 2), late);
        Assert.Equal(3, await store.ReadAsync(db => db.Activities.CountAsync()));
        Assert.Equal(0, await store.ReadAsync(db => db.Enquiries.CountAsync()));
    }

    [Fact]
    public async Task CommitAsync_SecondStart_IsAVersionConflict()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()));

        Assert.Equal(
            new CommitResult.VersionConflict(ActualVersion: 1),
            await store.Queue.CommitAsync(Turns.Start(Turns.Key()))
        );
    }

    [Fact]
    public async Task CommitAsync_UnknownConversation_IsAVersionConflictWithNothing()
    {
        await using var store = await TestStore.OpenAsync();

        Assert.Equal(
            new CommitResult.VersionConflict(ActualVersion: 0),
            await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 7))
        );
    }

    [Fact]
    public async Task CommitAsync_FirstTurnWithoutStart_IsTheCallersError()
    {
        await using var store = await TestStore.OpenAsync();

        var turn = Turns.Start(Turns.Key()) with { Start = null };

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Queue.CommitAsync(turn));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)] // even when the retry ran on the state before the first post
    public async Task CommitAsync_SameClientIdTwice_AnswersWithTheFirst(long versionOfRetry)
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()));
        await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1, clientId: "tap-1"));

        var retry = await store.Queue.CommitAsync(Turns.Say(Turns.Key(), versionOfRetry, clientId: "tap-1"));

        Assert.Equal(new CommitResult.Duplicate("u1", Watermark: 3), retry);
        Assert.Equal(3, await store.ReadAsync(db => db.Activities.CountAsync()));
    }

    [Fact]
    public async Task CommitAsync_SameClientIdInAnotherConversation_IsAnotherActivity()
    {
        await using var store = await TestStore.OpenAsync();
        foreach (var key in new[] { Turns.Key("c1"), Turns.Key("c2"), Turns.Key("c1", "sea-point") })
        {
            await store.Queue.CommitAsync(Turns.Start(key));
            (await store.Queue.CommitAsync(Turns.Say(key, onVersion: 1, clientId: "tap-1"))).MustCommit();
        }
    }

    [Fact]
    public async Task CommitAsync_ReferenceOfAnotherBooking_IsRefusedInTheSameClinicOnly()
    {
        await using var store = await TestStore.OpenAsync();
        var (here, there) = (Turns.Key(), Turns.Key("c1", "sea-point"));
        await store.Queue.CommitAsync(Turns.Start(here) with { Bookings = [Turns.Booking("SB-1")] });

        var clash = await store.Queue.CommitAsync(
            Turns.Say(here, onVersion: 1) with
            {
                Bookings = [Turns.Booking("SB-1")],
            }
        );
        var elsewhere = await store.Queue.CommitAsync(Turns.Start(there) with { Bookings = [Turns.Booking("SB-1")] });

        Assert.Equal(new CommitResult.ReferenceTaken("SB-1"), clash);
        elsewhere.MustCommit();
        Assert.Equal(1, (await store.Conversations.LoadAsync(here))!.Version);
    }

    [Fact]
    public async Task CommitAsync_RowTheStoreRefuses_IsRejected()
    {
        await using var store = await TestStore.OpenAsync();

        var twice = Turns.Start(Turns.Key()) with { Bookings = [Turns.Booking("SB-1"), Turns.Booking("SB-1")] };

        Assert.IsType<CommitResult.Rejected>(await store.Queue.CommitAsync(twice));
        Assert.Null(await store.Conversations.LoadAsync(Turns.Key()));
        (await store.Queue.CommitAsync(Turns.Start(Turns.Key()))).MustCommit();
    }

    [Fact]
    public async Task CommitAsync_HugeTextAndControlCharacters_ComeBackAsTheyWere()
    {
        await using var store = await TestStore.OpenAsync();
        var odd = "\u0001\u0008\t\r\n\u001b\u007f\u2028 \ud83d\ude00 <script>'\"; DROP TABLE Activities;--";
        var huge = string.Concat(Enumerable.Repeat(odd, 50_000));
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()));

        var turn = Turns.Say(Turns.Key(), onVersion: 1) with
        {
            UserActivity = new("u1", huge, odd),
            StateJson = huge,
            Enquiries = [Turns.CallBack() with { Name = odd, WhenToCall = huge }],
        };
        (await store.Queue.CommitAsync(turn)).MustCommit();

        var page = await store.Conversations.ReadActivitiesAsync(Turns.Key(), afterWatermark: 1);
        Assert.Equal(huge, page.Activities[0].ActivityJson);
        Assert.Equal(huge, (await store.Conversations.LoadAsync(Turns.Key()))!.StateJson);
        Assert.Equal(odd, (await store.ReadAsync(db => db.Enquiries.SingleAsync())).Name);
        Assert.NotNull(await store.Conversations.FindByClientIdAsync(Turns.Key(), odd));
    }
}
