using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using SpasmBot.Storage.Tests;

namespace SpasmBot.Contracts.Tests;

public class KeyTests
{
    [Theory]
    [InlineData("default", true)]
    [InlineData("sea-point-2", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData("Sea", false)]
    [InlineData("a/b", false)]
    [InlineData("a\n", false)]
    [InlineData("é", false)]
    [InlineData(null, false)]
    [InlineData("a2345678901234567890123456789012345678901", false)]
    public void ClinicId_TryParse_TakesOnlyWhatFitsAKey(string? value, bool good)
    {
        Assert.Equal(good, ClinicId.TryParse(value, out var clinic));
        Assert.Equal(good ? value : "default", clinic.Value);
    }

    [Fact]
    public void ClinicId_WrittenDefault_EqualsTheUninitialisedOne()
    {
        Assert.Equal(default, new ClinicId("default"));
        Assert.Equal("default", default(ClinicId).Value);
        Assert.Throws<ArgumentException>(() => new ClinicId("No"));
    }

    [Theory]
    [InlineData("default", "abc")]
    [InlineData("sea-point", "19:meeting/with/slashes@thread.v2;messageid=1")]
    public void ConversationKey_GrainKey_ReadsBack(string clinic, string id)
    {
        var key = new ConversationKey(new ClinicId(clinic), id);

        Assert.Equal($"{clinic}/{id}", key.GrainKey);
        Assert.Equal(key, ConversationKey.FromGrainKey(key.GrainKey));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("/abc")]
    [InlineData("default/")]
    [InlineData("De/abc")]
    [InlineData("default/a\u0000")]
    public void ConversationKey_FromGrainKey_RefusesWhatIsNone(string grainKey) =>
        Assert.Throws<FormatException>(() => ConversationKey.FromGrainKey(grainKey));

    [Fact]
    public void ConversationKey_TryCreate_RefusesIdsThatAreTooLongOrHoldControlCharacters()
    {
        Assert.True(ConversationKey.TryCreate(default, new string('x', ConversationKey.MaxIdLength), out _));
        Assert.False(ConversationKey.TryCreate(default, new string('x', ConversationKey.MaxIdLength + 1), out _));
        Assert.False(ConversationKey.TryCreate(default, "a\tb", out _));
        Assert.False(ConversationKey.TryCreate(default, null, out _));
    }

    [Fact]
    public void Records_CrossTheGrainUnchanged()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();

        Assert.Equal(Turns.Key("c1", "sea-point"), RoundTrip(Turns.Key("c1", "sea-point")));
        Assert.Equal(Turns.Key(), RoundTrip(Turns.Key()));
        Assert.Equal(Turns.Start(Turns.Key()).Start, RoundTrip(Turns.Start(Turns.Key()).Start!));
        Assert.Equal(new(PostOutcome.Duplicate, "u1", 3), RoundTrip(new PostResult(PostOutcome.Duplicate, "u1", 3)));
        Assert.Equal(new(StartOutcome.Started, 1), RoundTrip(new StartResult(StartOutcome.Started, 1)));
        var page = RoundTrip(new ActivityPage([new(1, "{}"), new(2, "[]")], Watermark: 2));
        Assert.Equal([new(1, "{}"), new(2, "[]")], page.Activities);
        Assert.Equal(2, page.Watermark);

        T RoundTrip<T>(T value) => serializer.Deserialize<T>(serializer.SerializeToArray(value))!;
    }
}
