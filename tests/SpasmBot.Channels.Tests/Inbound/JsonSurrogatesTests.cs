using System.Text;
using System.Text.Json;
using SpasmBot.Channels.Inbound;

namespace SpasmBot.Channels.Tests.Inbound;

public class JsonSurrogatesTests
{
    [Theory]
    [InlineData("""["\ud83d"]""", "\uFFFD")]
    [InlineData("""["\ude00"]""", "\uFFFD")]
    [InlineData("""["\ud83d\ude00"]""", "😀")]
    [InlineData("""["\ud83d\ud83d\ude00"]""", "\uFFFD😀")]
    [InlineData("""["\ud83d\n"]""", "\uFFFD\n")]
    [InlineData("""["\\ud83d"]""", @"\ud83d")]
    [InlineData("""["\\\ud83d"]""", "\\\uFFFD")]
    [InlineData("""["\u0041 plain é"]""", "A plain é")]
    [InlineData("""["no escapes"]""", "no escapes")]
    public void Mend_HalvesBecomeTheReplacementCharacter_AndAllElseStays(string json, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(json);

        JsonSurrogates.Mend(bytes);

        Assert.Equal(expected, JsonSerializer.Deserialize<string[]>(bytes)![0]);
    }

    [Theory]
    [InlineData(@"\")]
    [InlineData(@"\u")]
    [InlineData(@"\ud83")]
    [InlineData(@"x\ud83d\")]
    [InlineData(@"\\")]
    public void Mend_TextThatEndsInTheMiddleOfAnEscape_IsLeftToTheParser(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);

        JsonSurrogates.Mend(bytes);

        Assert.Equal(json.Length, bytes.Length);
    }
}
