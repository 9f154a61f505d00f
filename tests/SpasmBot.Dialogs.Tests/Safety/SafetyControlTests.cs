using SpasmBot.Clinical;
using SpasmBot.Dialogs.Checks;
using SpasmBot.Dialogs.Tests.Kit;
using SpasmBot.TestKit;
using Xunit.Sdk;

namespace SpasmBot.Dialogs.Tests.Safety;

/// <summary>
/// The controls of the ten gravest hazards of <c>deploymentTemplates/safety/hazard-log.md</c>, each shown to work, and
/// each shown to be missed when it is switched off.
/// </summary>
public sealed class SafetyControlTests
{
    private static readonly Dictionary<
        string,
        (Func<Func<TimeProvider, BotParts>, Task> Test, ControlOff Off)
    > Controls = new(StringComparer.Ordinal)
    {
        [nameof(SignTicked_ShowsTheAmbulanceInThatTurn)] = (
            TickedAsync,
            new("rules.yaml", "when: chest-pressure\n", "when: chest-pressure and age > 200\n")
        ),
        [nameof(SignTyped_ShowsTheAmbulanceInThatTurn)] = (TypedAsync, new("phrases.yaml", "elephant", "no-such-word")),
        [nameof(SignNotSure_IsAskedPrecisely)] = (
            NotSureAsync,
            new("questions.yaml", "confirms-unsure: true", "confirms-unsure: false")
        ),
        [nameof(Signs_CannotBeSkipped)] = (
            SkippedAsync,
            new("questions.yaml", "optional: false\n    confirms-unsure", "optional: true\n    confirms-unsure")
        ),
        [nameof(Signs_AreAskedBeforeAnythingElse)] = (
            FirstAsync,
            new("questions.yaml", "section: emergency-signs\n", "section: health\n")
        ),
        [nameof(NumbBetweenTheLegs_IsTheEmergencyDepartment)] = (
            CordAsync,
            new("rules.yaml", "or trunk-numbness or saddle-numbness or", "or trunk-numbness or")
        ),
        [nameof(BellyPainAtSixty_IsTheAmbulance)] = (
            BellyAsync,
            new("rules.yaml", "(age >= 60 or aorta-risk)", "(age >= 90 or aorta-risk)")
        ),
        [nameof(SelfHarm_ShowsTheLinesAndTellsTheDesk)] = (CrisisAsync, new("rules.yaml", "    crisis: true\n", "")),
        [nameof(MildestAnswer_SaysWhenToCallAnAmbulance)] = (
            SafetyNetAsync,
            new(
                "advice.yaml",
                "doctor-today, doctor-soon, physio-priority, physio, self-care]\n    text: \"Call an",
                "doctor-today]\n    text: \"Call an"
            )
        ),
        [nameof(FirstTwoDays_AdviseAgainstNewAntiInflammatories)] = (
            AntiInflammatoryAsync,
            new("advice.yaml", "when: onsetDays <= 2", "when: onsetDays <= 2 and severity >= 11")
        ),
    };

    /// <summary>The tests whose control is switched off.</summary>
    public static IReadOnlyCollection<string> Controlled => Controls.Keys;

    public static TheoryData<string> Names => [.. Controls.Keys];

    [Fact]
    public Task SignTicked_ShowsTheAmbulanceInThatTurn() => TickedAsync(AsShipped);

    [Fact]
    public Task SignTyped_ShowsTheAmbulanceInThatTurn() => TypedAsync(AsShipped);

    [Fact]
    public Task SignNotSure_IsAskedPrecisely() => NotSureAsync(AsShipped);

    [Fact]
    public Task Signs_CannotBeSkipped() => SkippedAsync(AsShipped);

    [Fact]
    public Task Signs_AreAskedBeforeAnythingElse() => FirstAsync(AsShipped);

    [Fact]
    public Task NumbBetweenTheLegs_IsTheEmergencyDepartment() => CordAsync(AsShipped);

    [Fact]
    public Task BellyPainAtSixty_IsTheAmbulance() => BellyAsync(AsShipped);

    [Fact]
    public Task SelfHarm_ShowsTheLinesAndTellsTheDesk() => CrisisAsync(AsShipped);

    [Fact]
    public Task MildestAnswer_SaysWhenToCallAnAmbulance() => SafetyNetAsync(AsShipped);

    [Fact]
    public Task FirstTwoDays_AdviseAgainstNewAntiInflammatories() => AntiInflammatoryAsync(AsShipped);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ControlSwitchedOff_TurnsItsTestRed(string name)
    {
        var (test, off) = Controls[name];

        await Assert.ThrowsAnyAsync<XunitException>(() => test(off.Parts()));
    }

    private static BotParts AsShipped(TimeProvider time) => Shipped.Parts(time);

    private static async Task TickedAsync(Func<TimeProvider, BotParts> parts)
    {
        var chat = await AtSignsAsync(parts);
        await chat.TickAsync("chest-pressure");
        Assert.Equal("ambulance", chat.Disposition);
        Assert.NotNull(chat.Emergency);
    }

    private static async Task TypedAsync(Func<TimeProvider, BotParts> parts)
    {
        var chat = await AtSignsAsync(parts);
        await chat.SayAsync("an elephant sits on my chest");
        Assert.Equal("ambulance", chat.Disposition);
        Assert.NotNull(chat.Emergency);
    }

    private static async Task NotSureAsync(Func<TimeProvider, BotParts> parts)
    {
        var chat = await AtSignsAsync(parts);
        await chat.UnsureAsync(["collapse"]);
        Assert.Equal("emergency-signs.sure.collapse", chat.Open);
    }

    private static async Task SkippedAsync(Func<TimeProvider, BotParts> parts)
    {
        var chat = await AtSignsAsync(parts);
        await chat.SkipAsync();
        Assert.Equal("emergency-signs.1", chat.Open);
    }

    private static async Task FirstAsync(Func<TimeProvider, BotParts> parts)
    {
        var chat = await AtSignsAsync(parts);
        Assert.Contains("chest-pressure", chat.Question!.OptionIds);
    }

    private static async Task CordAsync(Func<TimeProvider, BotParts> parts)
    {
        var chat = await AtSignsAsync(parts);
        await chat.NoneAsync();
        await chat.TickAsync("saddle-numbness");
        Assert.Equal("emergency", chat.Disposition);
        Assert.NotNull(chat.Emergency);
    }

    private static async Task BellyAsync(Func<TimeProvider, BotParts> parts)
    {
        var chat = await AtSignsAsync(parts, age: 60);
        while (!chat.Question!.OptionIds.Contains("severe-belly-pain"))
        {
            await chat.NoneAsync();
        }

        await chat.TickAsync("severe-belly-pain");
        Assert.Equal("ambulance", chat.Disposition);
    }

    private static async Task CrisisAsync(Func<TimeProvider, BotParts> parts)
    {
        var chat = await AtSignsAsync(parts);
        await chat.SayAsync("I want to kill myself");
        Assert.Contains("0800", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("crisis", chat.Events.Last(reported => reported.Name == "alert.raised")["kind"]);
    }

    private static async Task SafetyNetAsync(Func<TimeProvider, BotParts> parts)
    {
        var chat = await AtSignsAsync(parts);
        await Patient.With("at-between-blades").GoThroughAsync(chat);
        Assert.Equal("self-care", chat.Disposition);
        Assert.Contains("Call an ambulance for chest pressure", Answer(chat), StringComparison.Ordinal);
    }

    private static async Task AntiInflammatoryAsync(Func<TimeProvider, BotParts> parts)
    {
        var chat = await AtSignsAsync(parts);
        await (Patient.With("at-between-blades") with { OnsetDays = 1 }).GoThroughAsync(chat);
        Assert.Contains("anti-inflammatory", Answer(chat), StringComparison.Ordinal);
    }

    private static string Answer(Chat chat) => chat.Assessment!.Value.ToString();

    private static async Task<Chat> AtSignsAsync(Func<TimeProvider, BotParts> parts, double age = 34)
    {
        var chat = await Chat.StartAsync(parts: parts);
        await chat.BeginCheckAsync(age);
        await chat.SkipAsync();
        return chat;
    }
}
