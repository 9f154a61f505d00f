using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>A number between words that mean nothing is no tick; a plain selection is.</summary>
public sealed class GibberishTests
{
    public static TheoryData<string, string> Gibberish
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (
                var question in new[]
                {
                    "emergency-signs.1",
                    "emergency-signs.2",
                    "emergency-signs.3",
                    "where",
                    "health.general",
                }
            )
            {
                foreach (
                    var text in new[]
                    {
                        "asdf 3 jkl",
                        "asdf, 3, jkl",
                        "qwe 1",
                        "x3x",
                        "3 blargh and 2 florp",
                        "zzz 1 zzz. 2",
                    }
                )
                {
                    data.Add(question, text);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Gibberish))]
    public async Task Answer_ANumberAmongWordsWithoutMeaning_IsAskedAgain(string question, string text)
    {
        var chat = await Routes.ToAsync(question);

        await chat.SayAsync(text);

        Assert.Equal(question, chat.Open);
        Assert.NotNull(chat.Question!.Text("error"));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("number 3 please")]
    [InlineData("just 3")]
    [InlineData("3, thanks")]
    [InlineData("3, since last week")]
    [InlineData("ok, 3")]
    [InlineData("the third one")]
    public async Task Answer_APlainSelection_IsTaken(string text)
    {
        var chat = await Routes.ToAsync("emergency-signs.2");

        await chat.SayAsync(text);

        Assert.Equal("emergency", chat.Disposition);
    }
}
