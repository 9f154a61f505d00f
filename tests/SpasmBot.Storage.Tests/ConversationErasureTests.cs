using Microsoft.EntityFrameworkCore;
using SpasmBot.Contracts;
using SpasmBot.Storage.Rows;

namespace SpasmBot.Storage.Tests;

public class ConversationErasureTests
{
    private static readonly TurnCommit Full = Turns.Start(Turns.Key()) with
    {
        UserActivity = new("u0", """{"text":"chest pressure"}""", "tap-1"),
        Enquiries = [Turns.CallBack()],
        Bookings = [Turns.Booking("SB-1")],
        Alerts = [Turns.AmbulanceAlert()],
        Assessments = [Turns.Assessment()],
    };

    [Fact]
    public async Task ForgetAsync_DeletesTranscriptStateAssessmentsAndResumeKey()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Full);

        Assert.Equal(ForgetOutcome.Forgotten, await store.Erasure.ForgetAsync(Turns.Key()));

        Assert.False(await store.ReadAsync(db => db.Activities.AnyAsync()));
        Assert.False(await store.ReadAsync(db => db.Assessments.AnyAsync()));
        var tombstone = await store.Conversations.LoadAsync(Turns.Key());
        Assert.True(tombstone!.IsForgotten);
        Assert.Equal(
            ("", "", null, null, null),
            (
                tombstone.UserId,
                tombstone.StateJson,
                tombstone.ResumeKeyHash,
                tombstone.Locale,
                tombstone.ProtocolVersion
            )
        );
    }

    [Fact]
    public async Task ForgetAsync_AlertKeepsOnlyThatThereWasOne()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Full);

        await store.Erasure.ForgetAsync(Turns.Key());

        var alert = await store.ReadAsync(db => db.Alerts.SingleAsync());
        Assert.Equal(
            (AlertKind.Ambulance, null, null, 0),
            (alert.Kind, alert.ConversationId, alert.Disposition, alert.Summary.Count)
        );
    }

    [Fact]
    public async Task ForgetAsync_OpenEnquiryAndBooking_KeepContactAndDispositionUntilClosed()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Full);
        await store.Erasure.ForgetAsync(Turns.Key());

        var open = await store.ReadAsync(db => db.Enquiries.SingleAsync());
        Assert.Equal(("Ann", "doctor-today", null), (open.Name, open.Disposition, open.ConversationId));
        Assert.Equal("+27215550100", (await store.ReadAsync(db => db.Bookings.SingleAsync())).Phone);

        Assert.True(await store.Desk.CloseEnquiryAsync(ClinicId.Default, open.Id, "thandi"));
        Assert.True(await store.Desk.CloseBookingAsync(ClinicId.Default, "SB-1", "thandi"));
        var closed = await store.ReadAsync(db => db.Enquiries.SingleAsync());
        Assert.Equal(
            (WorkStatus.Closed, null, null, null, null),
            (closed.Status, closed.Name, closed.Phone, closed.Email, closed.WhenToCall)
        );
        var booking = await store.ReadAsync(db => db.Bookings.SingleAsync());
        Assert.Equal((null, null, null, 0), (booking.Name, booking.Phone, booking.Email, booking.PreferredTimes.Count));
    }

    [Fact]
    public async Task ForgetAsync_ClosedEnquiryAndBooking_GoToo()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Full);
        var id = await store.ReadAsync(db => db.Enquiries.Select(e => e.Id).SingleAsync());
        await store.Desk.CloseEnquiryAsync(ClinicId.Default, id, "thandi");
        await store.Desk.CloseBookingAsync(ClinicId.Default, "SB-1", "thandi");

        await store.Erasure.ForgetAsync(Turns.Key());

        Assert.False(await store.ReadAsync(db => db.Enquiries.AnyAsync()));
        Assert.False(await store.ReadAsync(db => db.Bookings.AnyAsync()));
    }

    [Fact]
    public async Task ForgetAsync_NoWordOfThePersonIsLeftInTheFile()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()) with { UserActivity = new("u0", "unmistakable-words") });
        await store.Erasure.ForgetAsync(Turns.Key());
        await store.StopAsync();

        Assert.Equal([], Directory.GetFiles(store.Folder, "*-wal"));
        var file = await File.ReadAllTextAsync(store.DatabaseFile, System.Text.Encoding.Latin1);
        Assert.Contains("conversation.forgotten", file, StringComparison.Ordinal);
        Assert.DoesNotContain("unmistakable-words", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommitAsync_AfterForgetting_IsForgotten()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Full);
        await store.Erasure.ForgetAsync(Turns.Key());

        var forgotten = new CommitResult.Forgotten();
        Assert.Equal(forgotten, await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1)));
        Assert.Equal(forgotten, await store.Queue.CommitAsync(Turns.Say(Turns.Key(), onVersion: 1, "tap-1")));
        Assert.Equal(forgotten, await store.Queue.CommitAsync(Turns.Start(Turns.Key())));
    }

    [Fact]
    public async Task ForgetAsync_UnknownOrForgottenBefore_IsNotFound()
    {
        await using var store = await TestStore.OpenAsync();
        Assert.Equal(ForgetOutcome.NotFound, await store.Erasure.ForgetAsync(Turns.Key()));

        await store.Queue.CommitAsync(Full);
        await store.Erasure.ForgetAsync(Turns.Key());

        Assert.Equal(ForgetOutcome.NotFound, await store.Erasure.ForgetAsync(Turns.Key()));
    }

    [Fact]
    public async Task ForgetAsync_TouchesNoOtherConversation()
    {
        await using var store = await TestStore.OpenAsync();
        var twin = Turns.Key("c1", "sea-point");
        await store.Queue.CommitAsync(Full);
        await store.Queue.CommitAsync(Full with { Key = twin });

        await store.Erasure.ForgetAsync(Turns.Key());

        Assert.Equal(2, (await store.Conversations.ReadActivitiesAsync(twin, 0)).Activities.Count);
        var enquiries = await store.ReadAsync(db => db.Enquiries.ToListAsync());
        Assert.Equal("c1", enquiries.Single(e => e.ClinicId == twin.Clinic).ConversationId);
        var alerts = await store.ReadAsync(db => db.Alerts.ToListAsync());
        Assert.Equal(2, alerts.Single(a => a.ClinicId == twin.Clinic).Summary.Count);
    }
}
