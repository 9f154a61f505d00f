using SpasmBot.Dialogs.Tests.Kit;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>
/// Whole conversations in the folder Transcripts, for a clinician to read: what the bot says, and what the person
/// answers behind ">". To approve a change, see <see cref="Approved"/>.
/// </summary>
public sealed class TranscriptTests
{
    [Fact]
    public async Task DeskWorker_ThreeDaysOfStiffness_LooksAfterItThemselves()
    {
        var chat = await Chat.StartAsync();
        var patient = Patient.With("at-between-blades", "gradual-onset", "after-prolonged-posture", "worse-computer");

        await (patient with { Severity = 3 }).GoThroughAsync(chat);
        await chat.TickAsync("copy");

        Assert.Equal("self-care", chat.Disposition);
        Approved.Matches(chat.Transcript.ToString(), "desk-worker");
    }

    [Fact]
    public async Task ChestPressure_Ticked_CallsAnAmbulanceInTheSameTurn()
    {
        var chat = await Chat.AtSignsAsync(age: 58);

        await chat.TickAsync("chest-pressure");
        await chat.FillInAsync(("phone", "082 555 0100"));

        Assert.Equal("ambulance", chat.Disposition);
        Approved.Matches(chat.Transcript.ToString(), "chest-pressure");
    }

    [Fact]
    public async Task Mistake_OnASign_IsAskedPreciselyAndTheCheckGoesOn()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.TickAsync("coughing-blood");

        await chat.SayAsync("I ticked that by mistake");
        await chat.SayAsync("no");
        await Patient.With("at-shoulder-blade", "came-back").GoThroughAsync(chat);

        Assert.Equal("physio", chat.Disposition);
        Approved.Matches(chat.Transcript.ToString(), "mistake");
    }

    [Fact]
    public async Task Child_WithAParent_SeesADoctor()
    {
        var chat = await Chat.StartAsync();

        await (Patient.With("at-upper-back", "after-new-exercise") with { Age = 12 }).GoThroughAsync(chat);

        Assert.Equal("doctor-soon", chat.Disposition);
        Approved.Matches(chat.Transcript.ToString(), "child");
    }

    [Fact]
    public async Task Assault_NotSafeAtHome_ShowsTheCrisisLines()
    {
        var chat = await Chat.StartCheckAsync(age: 29);

        await chat.SayAsync("My partner beat me up last night and my back is sore.");
        while (chat.Open is { } open && open != "safety.after-assault" && chat.Disposition is null)
        {
            await Patient.With("major-trauma").AnswerAsync(chat);
        }

        await Patient.With("major-trauma", "unsafe-at-home").GoThroughAsync(chat);
        await chat.NoAsync();

        Assert.True(chat.Events[0]["kind"] == "crisis", chat.Transcript.ToString());
        Approved.Matches(chat.Transcript.ToString(), "assault-and-crisis");
    }

    [Fact]
    public async Task BackAndChange_KeepWhatElseWasSaid()
    {
        var chat = await Chat.AtSignsAsync();
        await new Patient().GoToAsync(chat, "where");
        await chat.TickAsync("at-neck");
        await chat.SayAsync("back");
        await chat.TickAsync("at-shoulder-blade");
        await chat.SayAsync("change");
        await chat.TickAsync("age");
        await chat.SayAsync("43");
        await chat.SayAsync("why do you ask?");

        await (Patient.With("at-shoulder-blade", "worse-lifting") with { Age = 43 }).GoThroughAsync(chat);

        Approved.Matches(chat.Transcript.ToString(), "back-and-change");
    }

    [Fact]
    public async Task OwnWords_AreShownBackAndNotAskedAgain()
    {
        var chat = await Chat.StartCheckAsync();

        await chat.SayAsync(
            "I lifted a heavy box three days ago and now there is a cramp between my shoulder blades, about 5 out of 10. No fever."
        );
        await chat.SayAsync("yes, that is right");
        await Patient.With("at-between-blades", "after-lifting", "cramping").GoThroughAsync(chat);

        Approved.Matches(chat.Transcript.ToString(), "own-words");
    }

    [Fact]
    public async Task Pause_OfSixHours_AsksTheSignsAgainAndKeepsTheRest()
    {
        var chat = await Chat.AtSignsAsync();
        await Patient.With("at-neck").GoToAsync(chat, "onset.trigger");

        chat.Time.Advance(TimeSpan.FromHours(6));
        await chat.SayAsync("I am back again");
        await Patient.With("at-neck").GoToAsync(chat, "pain.course");

        Approved.Matches(chat.Transcript.ToString(), "pause-of-six-hours");
    }

    [Fact]
    public async Task Booking_FromTheMenu_GivesAReference()
    {
        var chat = await Chat.StartAsync();

        await chat.SayAsync("book a visit");
        await chat.SayAsync("Tuesday and Thursday, before 10:00");
        await chat.FillInAsync(("name", "Thandi Nkosi"), ("phone", "082 555"));
        await chat.FillInAsync(("name", "Thandi Nkosi"), ("phone", "082 555 0100"));
        await chat.SayAsync("yes");

        Assert.Contains("TEST-", chat.Transcript.ToString(), StringComparison.Ordinal);
        Approved.Matches(
            chat.Transcript.ToString().Replace(Reference(chat), "TEST-0001", StringComparison.Ordinal),
            "booking"
        );
    }

    [Fact]
    public async Task CallBack_AskedForInTheMiddle_ReturnsToTheCheck()
    {
        var chat = await Chat.AtSignsAsync();
        await chat.NoneAsync();

        await chat.SayAsync("I want to talk to a person");
        await chat.FillInAsync(("name", "Sam"), ("phone", "082 555 0100"), ("when", "after four"));

        Assert.Equal("emergency-signs.2", chat.Open);
        Approved.Matches(chat.Transcript.ToString(), "call-back");
    }

    private static string Reference(Chat chat) =>
        chat.Events.Select(reported => reported["reference"]).First(reference => reference is not null)!;
}
