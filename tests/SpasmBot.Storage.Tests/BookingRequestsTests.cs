using Microsoft.EntityFrameworkCore;
using SpasmBot.Contracts;
using SpasmBot.Storage.Rows;

namespace SpasmBot.Storage.Tests;

public class BookingRequestsTests
{
    private const string Reference = "K7M4QX";

    [Fact]
    public async Task FindAsync_OfAReference_IsTheRowOfThatClinicAlone()
    {
        await using var store = await WithBookingAsync();
        var requests = store.Get<BookingRequests>();

        Assert.Equal("+27215550100", (await requests.FindAsync(ClinicId.Default, Reference))!.Phone);
        Assert.Null(await requests.FindAsync(ClinicId.Default, "K7M4QY"));
        Assert.Null(await requests.FindAsync(new ClinicId("sea-point"), Reference));
    }

    [Fact]
    public async Task ChangeAsync_OfAnOpenRequest_IsWhatTheDeskReadsAndIsAudited()
    {
        await using var store = await WithBookingAsync();

        Assert.True(await ChangeAsync(store, new(["Tuesday"], Phone: null, "ann@example.com")));

        var row = await store.ReadAsync(db => db.Bookings.SingleAsync());
        Assert.Equal(["Tuesday"], row.PreferredTimes);
        Assert.Equal((WorkStatus.Open, null, "ann@example.com", "Ann"), (row.Status, row.Phone, row.Email, row.Name));
        Assert.Equal([("person", "booking.changed", Reference)], await AuditAsync(store));
    }

    [Fact]
    public async Task CancelAsync_OfAnOpenRequest_LeavesNothingToDoAndIsAudited()
    {
        await using var store = await WithBookingAsync();

        Assert.True(await store.Get<BookingRequests>().CancelAsync(ClinicId.Default, Reference));
        Assert.False(await store.Get<BookingRequests>().CancelAsync(ClinicId.Default, Reference));

        var row = await store.ReadAsync(db => db.Bookings.SingleAsync());
        Assert.Equal(WorkStatus.Cancelled, row.Status);
        Assert.Equal(store.Time.GetUtcNow().ToUnixTimeMilliseconds(), row.ClosedAt);
        Assert.Equal([("person", "booking.cancelled", Reference)], await AuditAsync(store));
    }

    [Fact]
    public async Task CancelAsync_WhenTheConversationIsGone_TakesTheContactWithIt()
    {
        await using var store = await WithBookingAsync();
        await store.Erasure.ForgetAsync(Turns.Key());

        Assert.True(await store.Get<BookingRequests>().CancelAsync(ClinicId.Default, Reference));

        var row = await store.ReadAsync(db => db.Bookings.SingleAsync());
        Assert.Equal((null, null, 0), (row.Name, row.Phone, row.PreferredTimes.Count));
    }

    [Fact]
    public async Task ChangeAsync_OfWhatReceptionHasDealtWith_ChangesNothing()
    {
        await using var store = await WithBookingAsync();
        await store.Desk.CloseBookingAsync(ClinicId.Default, Reference, "thandi");

        Assert.False(await ChangeAsync(store, new(["Tuesday"], "+27215550199", Email: null)));
        Assert.False(await store.Get<BookingRequests>().CancelAsync(ClinicId.Default, Reference));

        var row = await store.ReadAsync(db => db.Bookings.SingleAsync());
        Assert.Equal((WorkStatus.Closed, "+27215550100"), (row.Status, row.Phone));
        Assert.Equal([("thandi", "booking.closed", Reference)], await AuditAsync(store));
    }

    [Fact]
    public async Task ForgetAsync_AfterCancelling_DeletesTheRequest()
    {
        await using var store = await WithBookingAsync();
        await store.Get<BookingRequests>().CancelAsync(ClinicId.Default, Reference);

        await store.Erasure.ForgetAsync(Turns.Key());

        Assert.Equal(0, await store.ReadAsync(db => db.Bookings.CountAsync()));
    }

    private static async Task<TestStore> WithBookingAsync()
    {
        var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()) with { Bookings = [Turns.Booking(Reference)] });
        return store;
    }

    private static Task<bool> ChangeAsync(TestStore store, BookingChange change) =>
        store.Get<BookingRequests>().ChangeAsync(ClinicId.Default, Reference, change);

    private static async Task<IEnumerable<(string, string, string?)>> AuditAsync(TestStore store) =>
        (await store.ReadAsync(db => db.Audit.ToListAsync())).Select(line => (line.Actor, line.Action, line.Subject));
}
