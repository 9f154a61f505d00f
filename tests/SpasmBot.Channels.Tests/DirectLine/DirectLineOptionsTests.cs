using Microsoft.Extensions.Options;
using SpasmBot.Channels.Tests.Testing;

namespace SpasmBot.Channels.Tests.DirectLine;

public class DirectLineOptionsTests
{
    [Theory]
    [InlineData("DirectLine:TokenLifetime", "00:10:00")]
    [InlineData("DirectLine:TokenLifetime", "soon")]
    [InlineData("DirectLine:Secrets:0:Secret", "short")]
    [InlineData("DirectLine:Secrets:0:Clinic", "Hill Side")]
    [InlineData("DirectLine:Clinics:0", "Hill Side")]
    [InlineData("DirectLine:SigningKey", "c2hvcnQ=")]
    [InlineData("DirectLine:SigningKey", "not base64")]
    [InlineData("DirectLine:AllowedOrigins:0", "example.com")]
    [InlineData("DirectLine:AllowedOrigins:0", "https://example.com/")]
    [InlineData("DirectLine:MaxActivityBytes", "10")]
    [InlineData("DirectLine:MaxStreamsPerConversation", "0")]
    [InlineData("RateLimits:ConversationsPerMinute", "0")]
    [InlineData("RateLimits:ActivitiesPerMinute", "-1")]
    [InlineData("RateLimits:ReadsPerMinute", "10")]
    public async Task Start_BadSetting_StopsWithAMessageThatNamesIt(string setting, string value)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => DirectLineServer.StartAsync((setting, value)));

        Assert.Contains(setting, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SeveralBadSettings_NamesThemAll()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            DirectLineServer.StartAsync(("DirectLine:MaxActivityBytes", "1"), ("DirectLine:Clinics:0", "?"))
        );

        Assert.Equal(2, error.Failures.Count());
    }

    [Fact]
    public async Task Start_DamagedSigningKey_StopsTheStart()
    {
        var folder = Directory.CreateTempSubdirectory("damaged-");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "keys"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "keys", "directline.key"), "?");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            DirectLineServer.StartAsync(("Storage:DataFolder", folder.FullName))
        );

        Assert.Contains("directline.key", error.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
