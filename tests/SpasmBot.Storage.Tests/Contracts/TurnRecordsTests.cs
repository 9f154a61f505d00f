using System.Text.Json;
using SpasmBot.Storage.Tests;

namespace SpasmBot.Contracts.Tests;

public class TurnRecordsTests
{
    [Fact]
    public void Records_AsEventValues_ReadBackFromJson()
    {
        Assert.Equal(Turns.CallBack(), ThroughJson(Turns.CallBack()));
        Assert.Equal(Turns.Assessment(), ThroughJson(Turns.Assessment()));
        Assert.Equal(Turns.AmbulanceAlert().Summary, ThroughJson(Turns.AmbulanceAlert()).Summary);
        Assert.Equal(Turns.Booking("SB-1").PreferredTimes, ThroughJson(Turns.Booking("SB-1")).PreferredTimes);
    }

    [Theory]
    [InlineData(EnquiryReason.CallBack, "call-back")]
    [InlineData(EnquiryReason.Person, "person")]
    [InlineData(EnquiryReason.EmergencyCallBack, "emergency-call-back")]
    public void Enquiry_Reason_IsWrittenByItsId(EnquiryReason reason, string id)
    {
        var json = JsonSerializer.Serialize(new Enquiry { Reason = reason }, JsonSerializerOptions.Web);

        Assert.Contains($"\"reason\":\"{id}\"", json, StringComparison.Ordinal);
    }

    private static T ThroughJson<T>(T value) =>
        JsonSerializer.Deserialize<T>(
            JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            JsonSerializerOptions.Web
        )!;
}
