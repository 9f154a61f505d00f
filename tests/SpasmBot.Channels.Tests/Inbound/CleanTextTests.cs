using SpasmBot.Channels.Inbound;

namespace SpasmBot.Channels.Tests.Inbound;

public class CleanTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two\nlines\tand a tab", "two\nlines\tand a tab")]
    [InlineData("two\r\nlines\rmore", "two\nlines\nmore")]
    [InlineData("bell\a null\0 escape\u001b[31m c1\u0085x", "bell null escape[31m c1\nx")]
    [InlineData("\u202Eturned\u202C \u2066round\u2069", "turned round")]
    [InlineData("half \ud83d an emoji", "half  an emoji")]
    [InlineData("whole 😀 family 👨‍👩‍👧 flag 🇿🇦", "whole 😀 family 👨‍👩‍👧 flag 🇿🇦")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void Of_KeepsWhatAPersonTypes_AndNothingElse(string text, string expected)
    {
        Assert.Equal(expected, CleanText.Of(text));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" \u0001 \n", null)]
    [InlineData(" a\nb ", "a b")]
    [InlineData("abcdef", "abcd")]
    [InlineData("abc😀", "abc")]
    public void Short_IsOneLineWithinTheLength(string? text, string? expected)
    {
        Assert.Equal(expected, CleanText.Short(text, 4));
    }
}
