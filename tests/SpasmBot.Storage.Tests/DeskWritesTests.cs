using Microsoft.EntityFrameworkCore;
using SpasmBot.Contracts;
using SpasmBot.Storage.Rows;

namespace SpasmBot.Storage.Tests;

public class DeskWritesTests
{
    [Fact]
    public async Task CloseEnquiryAsync_ClosesOnceAndIsAudited()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()) with { Enquiries = [Turns.CallBack()] });
        var id = await store.ReadAsync(db => db.Enquiries.Select(e => e.Id).SingleAsync());

        Assert.True(await store.Desk.CloseEnquiryAsync(ClinicId.Default, id, "thandi"));
        Assert.False(await store.Desk.CloseEnquiryAsync(ClinicId.Default, id, "sipho"));

        var enquiry = await store.ReadAsync(db => db.Enquiries.SingleAsync());
        Assert.Equal((WorkStatus.Closed, "Ann"), (enquiry.Status, enquiry.Name));
        var audit = await store.ReadAsync(db => db.Audit.SingleAsync());
        Assert.Equal(("thandi", "enquiry.closed", $"{id}"), (audit.Actor, audit.Action, audit.Subject));
    }

    [Fact]
    public async Task CloseEnquiryAsync_OfAnotherClinic_IsRefused()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Queue.CommitAsync(Turns.Start(Turns.Key()) with { Enquiries = [Turns.CallBack()] });
        var id = await store.ReadAsync(db => db.Enquiries.Select(e => e.Id).SingleAsync());

        Assert.False(await store.Desk.CloseEnquiryAsync(new ClinicId("sea-point"), id, "thandi"));
    }

    [Fact]
    public async Task CloseBookingAsync_UnknownReference_IsRefused()
    {
        await using var store = await TestStore.OpenAsync();

        Assert.False(await store.Desk.CloseBookingAsync(ClinicId.Default, "SB-9", "thandi"));
    }

    [Theory]
    [InlineData("ambulance", EnquiryReason.CallBack, 7)]
    [InlineData("emergency", EnquiryReason.CallBack, 6)]
    [InlineData("self-care", EnquiryReason.Person, 1)]
    [InlineData("self-care", EnquiryReason.EmergencyCallBack, 6)]
    [InlineData("ambulance", EnquiryReason.EmergencyCallBack, 7)]
    [InlineData(null, EnquiryReason.Person, 0)]
    [InlineData("no-such-thing", EnquiryReason.Person, 0)]
    public void UrgencyRank_OrdersByDisposition(string? disposition, EnquiryReason reason, int rank) =>
        Assert.Equal(rank, UrgencyRank.Of(new Enquiry { Reason = reason, Disposition = disposition }));
}
