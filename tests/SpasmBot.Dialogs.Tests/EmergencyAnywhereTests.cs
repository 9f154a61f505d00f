using SpasmBot.Clinical;
using SpasmBot.Dialogs.Tests.Kit;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>Emergency words and signs are caught in the turn in which they come, whatever was asked.</summary>
public sealed class EmergencyAnywhereTests
{
    public static TheoryData<string> Questions => [.. Routes.OfTheCheck.Concat(Routes.Others)];

    public static TheoryData<string, string> Signs
    {
        get
        {
            var signs = new TheoryData<string, string>();
            foreach (var question in Shipped.Protocol.Questions.Where(question => question.Section != "after-assault"))
            {
                // Whoever said no to a crash or an assault on the screens of signs is not asked for it again.
                var offered = question.Options.Where(o => question.Id != "onset.trauma" || o.Finding != "major-trauma");
                foreach (var option in offered.Where(option => IsUrgentAlone(option.Finding)))
                {
                    signs.Add(question.Id, option.Finding);
                }
            }

            return signs;
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task CrushingChestPain_TypedAtAnyQuestion_CallsTheAmbulanceInThatTurn(string question)
    {
        var chat = await Routes.ToAsync(question);
        Assert.Equal(question, chat.Open);

        await chat.SayAsync("I have crushing pain in my chest");

        Assert.Equal("ambulance", chat.Disposition);
        Assert.StartsWith("Call an ambulance now.", Banner(chat).Words, StringComparison.Ordinal);
        Assert.Equal("ambulance", chat.Events.Last(reported => reported.Name == "alert.raised")["kind"]);
        Assert.Equal(question == "safety.after-assault" ? question : "emergency.contact", chat.Open);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task NoChestPain_TypedAtAnyQuestion_IsNoEmergency(string question)
    {
        var chat = await Routes.ToAsync(question);
        var before = chat.Disposition;

        await chat.SayAsync("I have no chest pain");

        Assert.NotEqual("ambulance", chat.Disposition);
        Assert.Equal(before is "emergency", (await chat.CheckAsync()).IsEmergency);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task ThoughtsOfSuicide_TypedAtAnyQuestion_ShowTheLinesInThatTurn(string question)
    {
        var chat = await Routes.ToAsync(question);

        await chat.SayAsync("I want to kill myself");

        Assert.Contains("0800 567 567", chat.LastText, StringComparison.Ordinal);
        Assert.True(chat.Emergency!.Value.GetProperty("quickExit").GetBoolean());
        Assert.Equal("crisis", chat.Events.Last(reported => reported.Name == "alert.raised")["kind"]);
    }

    [Theory]
    [MemberData(nameof(Signs))]
    public async Task Sign_TickedWhereverItIsOffered_IsAnsweredInThatTurn(string question, string sign)
    {
        var chat = await Routes.ToAsync(question);
        var level = DispositionId.Of(Triage.Decide(Shipped.Protocol, Findings.None.With(sign, Presence.Present)));

        await chat.TickAsync(sign);

        Assert.Equal(level, chat.Disposition);
        Assert.NotNull(chat.Emergency);
        Assert.Contains(
            chat.Open,
            level == "ambulance"
                ? new[] { "emergency.contact" }
                : ["emergency-signs.more", "safety.after-assault", "emergency.contact"]
        );
    }

    [Fact]
    public async Task EmergencyWords_InAFieldOfAForm_AreHeard()
    {
        var chat = await Routes.ToAsync("person.contact");

        await chat.FillInAsync(("name", "Sam"), ("when", "now, I have crushing pain in my chest"));

        Assert.Equal("ambulance", chat.Disposition);
    }

    [Fact]
    public async Task EmergencyWords_BesideAnAnswer_KeepTheAnswerToo()
    {
        var chat = await Routes.ToAsync("where");

        await chat.SayAsync("neck, and I have crushing pain in my chest");

        Assert.Equal("ambulance", chat.Disposition);
        Assert.True((await chat.CheckAsync()).Findings.IsPresent("at-neck"));
    }

    [Fact]
    public async Task EmergencyWords_TakenBackAsAMistake_GoOnWhereItWas()
    {
        var chat = await Routes.ToAsync("pain.severity");
        await chat.SayAsync("I have crushing pain in my chest");

        await chat.CommandAsync("mistake");
        Assert.Equal("emergency-signs.sure.chest-pressure", chat.Open);
        await chat.NoAsync();

        Assert.Equal("pain.severity", chat.Open);
    }

    [Fact]
    public async Task EmergencyWords_Back_AsksThatSignPreciselyAndForgetsNothing()
    {
        var chat = await Routes.ToAsync("pain.severity");
        await chat.SayAsync("I have crushing pain in my chest");

        await chat.CommandAsync("back");
        Assert.Equal("emergency-signs.sure.chest-pressure", chat.Open);
        await chat.YesAsync();

        Assert.NotNull(chat.Emergency);
    }

    [Fact]
    public async Task EmergencyWords_WhileAnAnswerIsChanged_AreShownAtOnce()
    {
        var chat = await Routes.ToAsync("pain.severity");
        await chat.ChangeAsync("where");

        await chat.SayAsync("I have crushing pain in my chest");

        Assert.NotNull(chat.Emergency);
        Assert.Equal("emergency.contact", chat.Open);
    }

    [Fact]
    public async Task EmergencyWords_WhileASignIsAskedAgain_AreShownAtOnce()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("breathless");
        await chat.CommandAsync("mistake");

        await chat.SayAsync("I have crushing pain in my chest");

        Assert.Equal("ambulance", chat.Disposition);
        Assert.NotNull(chat.Emergency);
    }

    [Fact]
    public async Task EmergencyWords_InTheOpeningWords_AreAnsweredInThatTurn()
    {
        var chat = await Chat.StartCheckAsync();

        await chat.SayAsync("My back hurts and since this morning I have crushing pain in my chest");

        Assert.Equal("ambulance", chat.Disposition);
        Assert.NotNull(chat.Emergency);
    }

    [Fact]
    public async Task EmergencyWords_BeforeTheClientSaidItWasThere_AreAnsweredInThatTurn()
    {
        var chat = Chat.Unopened();

        await chat.SayAsync("I have crushing pain in my chest");

        Assert.Contains("I am a bot", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("ambulance", chat.Disposition);
    }

    [Fact]
    public async Task EmergencyWords_ThatAreNotSure_AreAskedPrecisely()
    {
        var chat = await Routes.ToAsync("pain.severity");

        await chat.SayAsync("maybe there is pressure in my chest");

        Assert.Equal("emergency-signs.sure.chest-pressure", chat.Open);
        Assert.Null(chat.Disposition);
    }

    private static Said Banner(Chat chat) => chat.Last.First(said => said.Find("emergency") is not null);

    private static bool IsUrgentAlone(string finding) =>
        Triage.Decide(Shipped.Protocol, Findings.None.With(finding, Presence.Present)) >= Disposition.Emergency;
}
