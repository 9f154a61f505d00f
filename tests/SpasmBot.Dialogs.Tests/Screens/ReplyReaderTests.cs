using SpasmBot.Clinical;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Screens;
using SpasmBot.Language;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Screens;

public sealed class ReplyReaderTests
{
    private static readonly BotParts Parts = Shipped.Parts(TimeProvider.System);
    private static readonly ReplyReader Reader = new(Parts);

    [Fact]
    public void Ticks_SelectedAndUnsure_AreBothKept()
    {
        var ticks = Assert.IsType<Reply.Ticks>(
            Read("symptoms.arms", """{"selected":["at-arm"],"unsure":["neck-shock"]}""")
        );

        Assert.Equal(Presence.Present, ticks.Presences["at-arm"]);
        Assert.Equal(Presence.Unsure, ticks.Presences["neck-shock"]);
        Assert.Equal(2, ticks.Presences.Count);
    }

    [Fact]
    public void Ticks_TickedAndUnsureAtOnce_IsTicked()
    {
        var ticks = Assert.IsType<Reply.Ticks>(
            Read("symptoms.arms", """{"selected":["at-arm"],"unsure":["at-arm"]}""")
        );

        Assert.Equal(Presence.Present, ticks.Presences["at-arm"]);
    }

    [Theory]
    [InlineData("symptoms.arms", """{"none":true}""", typeof(Reply.None))]
    [InlineData("symptoms.arms", """{"skip":true}""", typeof(Reply.Skip))]
    [InlineData("symptoms.arms", """{"none":true,"selected":[]}""", typeof(Reply.None))]
    [InlineData("self-test.twist", """{"value":true}""", typeof(Reply.Yes))]
    [InlineData("self-test.twist", """{"value":false}""", typeof(Reply.No))]
    [InlineData("self-test.twist", """{"value":"yes"}""", typeof(Reply.Yes))]
    [InlineData("self-test.twist", """{"selected":["twist-restricted"]}""", typeof(Reply.Yes))]
    [InlineData("self-test.twist", """{"selected":["yes"]}""", typeof(Reply.Yes))]
    [InlineData("self-test.twist", """{"selected":["no"]}""", typeof(Reply.No))]
    [InlineData("self-test.twist", """{"none":true}""", typeof(Reply.No))]
    [InlineData("self-test.twist", """{"unsure":true}""", typeof(Reply.NotSure))]
    [InlineData("self-test.twist", """{"unsure":["twist-restricted"]}""", typeof(Reply.NotSure))]
    [InlineData("pain.severity", """{"value":7}""", typeof(Reply.Number))]
    [InlineData("pain.severity", """{"value":"7 out of 10"}""", typeof(Reply.Number))]
    [InlineData("side", """{"selected":["side-left"]}""", typeof(Reply.Ticks))]
    [InlineData("side", """{"value":"side-left"}""", typeof(Reply.Ticks))]
    [InlineData("side", """{"value":"Left side"}""", typeof(Reply.Ticks))]
    [InlineData("own-words", """{"value":"my back hurts"}""", typeof(Reply.Words))]
    public void Value_OfEveryKind_IsRead(string question, string value, Type reply) =>
        Assert.IsType(reply, Read(question, value));

    [Theory]
    [InlineData("symptoms.arms", """{"selected":["fever"]}""", NotUnderstoodReason.NotAnOption)]
    [InlineData("symptoms.arms", """{"unsure":["fever"]}""", NotUnderstoodReason.NotAnOption)]
    [InlineData("symptoms.arms", "{}", NotUnderstoodReason.NotAnOption)]
    [InlineData("emergency-signs.1", """{"skip":true}""", NotUnderstoodReason.NotOffered)]
    [InlineData("consent", """{"none":true}""", NotUnderstoodReason.NotOffered)]
    [InlineData("consent", """{"unsure":true}""", NotUnderstoodReason.NotOffered)]
    [InlineData("consent", """{"selected":["agree","decline"]}""", NotUnderstoodReason.MoreThanOne)]
    [InlineData("consent", """{"selected":[]}""", NotUnderstoodReason.NotAnOption)]
    [InlineData("pain.severity", """{"value":11}""", NotUnderstoodReason.OutOfRange)]
    [InlineData("age", """{"unsure":true}""", NotUnderstoodReason.NotOffered)]
    [InlineData("own-words", """{"value":""}""", NotUnderstoodReason.Empty)]
    public void Value_ThatIsNoAnswer_SaysWhy(string question, string value, NotUnderstoodReason reason) =>
        Assert.Equal(new Reply.NotUnderstood(reason), Read(question, value));

    [Fact]
    public void Value_OfAnotherQuestion_IsNotReadForThisOne()
    {
        var activity = new Activity(ActivityTypes.Message) { Value = """{"question":"age","value":7}""" };

        Assert.IsType<Reply.NotUnderstood>(Reader.Read(ScreenOf("pain.severity"), activity));
    }

    [Fact]
    public void Text_OwnWordsThatSpeakOfWhatIsOnTheScreen_AreRead()
    {
        var ticks = Assert.IsType<Reply.Ticks>(
            Reader.FromText(ScreenOf("symptoms.arms"), "I keep dropping cups and my fingers tingle")
        );

        Assert.Equal(Presence.Present, ticks.Presences["arm-tingling"]);
    }

    private static Reply Read(string question, string value)
    {
        var screen = ScreenOf(question);
        var addressed =
            value == "{}" ? $"{{\"question\":\"{question}\"}}" : $"{{\"question\":\"{question}\",{value[1..]}";
        return Reader.Read(screen, new Activity(ActivityTypes.Message) { Value = addressed });
    }

    private static Screen ScreenOf(string question) => new SymptomCheck(Parts, new CheckState()).Find(question)!;
}
