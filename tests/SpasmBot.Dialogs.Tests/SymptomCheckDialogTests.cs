using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

public sealed class SymptomCheckDialogTests
{
    [Fact]
    public async Task Check_NothingTheMatter_AsksEachPartInOrder()
    {
        var chat = await Chat.AtSignsAsync();

        await Patient.With("at-between-blades", "gradual-onset", "after-lifting").GoThroughAsync(chat);

        Assert.Equal(
            [
                "for-whom",
                "age",
                "consent",
                "own-words",
                "emergency-signs.1",
                "emergency-signs.2",
                "emergency-signs.3",
                "where",
                "onset.when",
                "onset.trigger",
                "pain.severity",
                "pain.course",
                "pain.impact",
                "aggravating",
                "aggravating.change",
                "health.general",
                "symptoms.chest",
                "symptoms.arms",
                "symptoms.belly",
            ],
            (await chat.CheckAsync()).State.Answers.Select(answer => answer.Question)
        );
        Assert.Equal("self-care", chat.Disposition);
        Assert.Equal("next", chat.Open);
    }

    [Fact]
    public async Task Check_DeskWorkerWithThreeDaysOfStiffness_EndsInPhysioWithinFifteenQuestions()
    {
        var chat = await Chat.AtSignsAsync(age: 38);
        var before = (await chat.CheckAsync()).State.Answers.Count;

        var patient = Patient.With(
            "at-between-blades",
            "gradual-onset",
            "after-prolonged-posture",
            "intermittent",
            "came-back",
            "staying-same",
            "movement-slightly-limited",
            "daily-life-affected",
            "worse-computer",
            "eased-by-heat"
        );
        await patient.GoThroughAsync(chat);

        Assert.Equal("physio", chat.Disposition);
        Assert.InRange((await chat.CheckAsync()).State.Answers.Count - before, 1, 15);
    }

    [Fact]
    public async Task Check_PainInTheRibs_AsksForTheSide()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With().GoToAsync(chat, "where");

        await chat.TickAsync("at-ribs");

        Assert.Equal("side", chat.Open);
        Assert.Equal(["side-left", "side-right", "side-both", "side-centre"], chat.Question!.OptionIds);
    }

    [Fact]
    public async Task Check_PainAtTheFrontOfTheChest_OpensTheChestQuestionsAgain()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With().GoToAsync(chat, "where");

        await chat.TickAsync("at-chest-front");

        Assert.Equal("emergency-signs.chest", chat.Open);
        Assert.Equal(["chest-pressure", "chest-pressure-recent", "chest-pressure-past"], chat.Question!.OptionIds);
        await chat.TickAsync("chest-pressure");
        Assert.Equal("ambulance", chat.Disposition);
    }

    [Fact]
    public async Task Check_AFallSetItOff_AsksWhatKindOfFall()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With().GoToAsync(chat, "onset.trigger");

        await chat.TickAsync("after-trauma");

        Assert.Equal("onset.trauma", chat.Open);
        Assert.Equal(["minor-trauma", "rib-injury"], chat.Question!.OptionIds);
    }

    [Theory]
    [InlineData("shoulder-tip-pain")]
    [InlineData("vaginal-bleeding")]
    public async Task Check_SignOfEctopicPregnancy_AsksAboutPregnancyAndTreatsItAsAnEmergency(string sign)
    {
        var chat = await Chat.AtSignsAsync(age: 29);
        var patient = Patient.With(sign) with { Age = 29 };

        await patient.GoToAsync(chat, "health.risks");

        Assert.Contains("pregnant", chat.Question!.OptionIds);
        await chat.TickAsync("pregnant");
        Assert.Equal(sign == "shoulder-tip-pain" ? "emergency" : "doctor-today", chat.Disposition);
    }

    [Fact]
    public async Task Check_RiskThatChangesNothing_IsNotAsked()
    {
        var chat = await Chat.AtSignsAsync();

        await Patient.With("at-between-blades", "after-lifting", "gradual-onset").GoThroughAsync(chat);

        Assert.DoesNotContain((await chat.CheckAsync()).State.Answers, answer => answer.Question == "health.risks");
    }

    [Fact]
    public async Task Check_OnlyTheRisksThatMatterHere_AreOffered()
    {
        var chat = await Chat.AtSignsAsync();

        await Patient.With("pain-on-breathing").GoToAsync(chat, "health.risks");

        Assert.Equal(["clot-risk", "pregnant", "recent-birth", "chesty-cough"], chat.Question!.OptionIds);
    }

    [Theory]
    [InlineData("health.general")]
    [InlineData("symptoms.chest")]
    [InlineData("symptoms.arms")]
    [InlineData("symptoms.belly")]
    public async Task Check_HealthScreenSkipped_IsNoNoSoTheAnswerIsAtLeastPhysioAndNamesIt(string screen)
    {
        var chat = await Chat.AtSignsAsync();
        var patient = Patient.With("at-between-blades", "gradual-onset", "after-lifting");
        await patient.GoToAsync(chat, screen);
        var label = (await chat.CheckAsync()).LabelOf(screen);

        await chat.SkipAsync();
        await patient.GoThroughAsync(chat);

        Assert.Equal("physio", chat.Disposition);
        Assert.Contains("not-answered", AnswerOf(chat).Sections);
        Assert.Contains($"You did not answer: {label}.", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_EverythingSkippedThatMayBe_StillEnds()
    {
        var chat = await Chat.AtSignsAsync();

        while (chat.Open != "next")
        {
            await (chat.Question!.Is("optional") ? chat.SkipAsync() : chat.NoneAsync());
        }

        Assert.Equal("physio", chat.Disposition);
    }

    [Fact]
    public async Task Check_EachStepForward_MovesProgressAndNeverBack()
    {
        var chat = await Chat.StartAsync();
        var patient = Patient.With("at-ribs", "at-chest-front", "after-trauma", "pain-on-breathing", "no-clear-cause");
        var progress = new List<(int Step, int Of)>();

        await chat.TickAsync("check");
        while (chat.Open != "next")
        {
            progress.Add((chat.Question!.Number("step")!.Value, chat.Question.Number("of")!.Value));
            await patient.AnswerAsync(chat);
        }

        Assert.Equal(Enumerable.Range(1, progress.Count), progress.Select(p => p.Step));
        Assert.All(progress, p => Assert.InRange(p.Step, 1, p.Of));
        var shares = progress.Select(p => (double)p.Step / p.Of).ToList();
        Assert.Equal(shares.Order(), shares);
    }

    [Fact]
    public async Task Check_NotUnderstoodAndHelped_ProgressStandsStill()
    {
        var chat = await Chat.AtSignsAsync();
        var before = chat.Question!.Number("step");

        await chat.TickAsync("no-such-option");
        await chat.CommandAsync("help");

        Assert.Equal(before, chat.Question!.Number("step"));
    }

    private static Said AnswerOf(Chat chat) => chat.Last.Single(said => said.Find("answer") is not null);
}
