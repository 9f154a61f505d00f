namespace SpasmBot.Language.Tests.Knowledge;

public sealed class FreeQuestionsTests
{
    [Theory]
    [InlineData("does heat help, my chest feels crushed", "ambulance")]
    [InlineData("can i stretch, my left leg has gone numb", "emergency")]
    [InlineData("should i see a chiro, i take blood thinners and fell yesterday", "emergency")]
    [InlineData("can i still go to work? maybe my calf is swollen and red", "doctor-today")]
    public void Answer_AnEmergencyInIt_IsThatEmergencyAndNoAnswer(string text, string disposition)
    {
        var answer = Ask(text);

        Assert.True(answer.IsEmergency);
        Assert.Equal(disposition, answer.Emergency.Disposition);
        Assert.Null(answer.Answer);
    }

    [Theory]
    [InlineData("could it be my heart?", "could-be-heart")]
    [InlineData("can a heart attack feel like back pain", "could-be-heart")]
    [InlineData("what if it is my lungs", "could-be-lung")]
    [InlineData("what are the red flags", "urgent-help")]
    [InlineData("when should i call an ambulance", "urgent-help")]
    public void Answer_AnEmergencyThatIsOnlyAskedAbout_IsAnswered(string text, string section) =>
        Assert.Equal(section, Ask(text).Answer?.Best?.Id);

    private static FreeAnswer Ask(string text) => TheClinic.Pack.Questions.Answer(text, TheClinic.Today);
}
