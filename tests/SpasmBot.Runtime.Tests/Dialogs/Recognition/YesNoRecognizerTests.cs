using SpasmBot.Runtime.Dialogs.Recognition;

namespace SpasmBot.Runtime.Tests.Dialogs.Recognition;

public class YesNoRecognizerTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("Y")]
    [InlineData("yep!")]
    [InlineData("Sure, go ahead")]
    [InlineData("of course")]
    [InlineData("OK")]
    [InlineData("true")]
    [InlineData("👍")]
    public void Recognize_WordsForYes_IsTrue(string text) => Assert.True(YesNoRecognizer.Recognize(text));

    [Theory]
    [InlineData("no")]
    [InlineData("N")]
    [InlineData("Nope.")]
    [InlineData("of course not")]
    [InlineData("absolutely not")]
    [InlineData("I don't think so")]
    [InlineData("not really")]
    [InlineData("false")]
    [InlineData("👎")]
    public void Recognize_WordsForNo_IsFalse(string text) => Assert.False(YesNoRecognizer.Recognize(text));

    [Theory]
    [InlineData("not sure")]
    [InlineData("I don't know")]
    [InlineData("lala")]
    [InlineData("yesterday I was notified")]
    [InlineData("")]
    [InlineData(null)]
    public void Recognize_NeitherYesNorNo_IsNothing(string? text) => Assert.Null(YesNoRecognizer.Recognize(text));
}
