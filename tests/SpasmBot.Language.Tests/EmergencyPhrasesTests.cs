using SpasmBot.Clinical;

namespace SpasmBot.Language.Tests;

public sealed class EmergencyPhrasesTests
{
    [Theory]
    [InlineData("my chest feels tight", "chest-pressure")]
    [InlineData("there is a heavy weight on my chest", "chest-pressure")]
    [InlineData("squeezing across the breastbone", "chest-pressure")]
    [InlineData("it is as if someone is standing on my chest", "chest-pressure")]
    [InlineData("chest is beknop and presure on it", "chest-pressure")]
    [InlineData("a sudden ripping pain between my shoulder blades", "sudden-severe-pain")]
    [InlineData("out of nowhere the worst back pain ever", "sudden-severe-pain")]
    [InlineData("I cannot get enough air", "severe-breathlessness")]
    [InlineData("too breathless to finish a sentence", "severe-breathlessness")]
    [InlineData("her lips are going blue", "severe-breathlessness")]
    [InlineData("short of breath since this morning", "breathless")]
    [InlineData("I cant catch my breath", "breathless")]
    [InlineData("He passed out in the shower", "collapse")]
    [InlineData("nearly fainted twice today", "collapse")]
    [InlineData("gran is confused and does not know where she is", "collapse")]
    [InlineData("one side of his face is drooping", "stroke-signs")]
    [InlineData("my speech is slurred", "stroke-signs")]
    [InlineData("coughed up some blood", "coughing-blood")]
    [InlineData("theres blood in my phlegm", "coughing-blood")]
    [InlineData("left calf is swollen and hot", "swollen-leg")]
    [InlineData("my legs keep giving way", "leg-weakness")]
    [InlineData("I can't lift my left foot", "leg-weakness")]
    [InlineData("both legs feel heavy and weak", "leg-weakness")]
    [InlineData("walking like a drunk", "unsteady-walking")]
    [InlineData("I keep losing my balance", "unsteady-walking")]
    [InlineData("numb from the waist down", "trunk-numbness")]
    [InlineData("it feels like a tight band around my stomach", "trunk-numbness")]
    [InlineData("numb between my legs", "saddle-numbness")]
    [InlineData("I can't feel it when I wipe", "saddle-numbness")]
    [InlineData("I can't pee", "bladder-bowel-change")]
    [InlineData("I wet myself twice", "bladder-bowel-change")]
    [InlineData("lost control of my bladder", "bladder-bowel-change")]
    [InlineData("I was in a car accident on Friday", "major-trauma")]
    [InlineData("fell off a ladder yesterday", "major-trauma")]
    [InlineData("knocked over by a taxi", "major-trauma")]
    [InlineData("two guys beat me up last night", "major-trauma")]
    [InlineData("sudden severe stomach pain", "severe-belly-pain")]
    [InlineData("I'm throwing up blood", "vomiting-blood")]
    [InlineData("my poo is black and sticky like tar", "vomiting-blood")]
    [InlineData("I don't want to live anymore", "self-harm-thoughts")]
    [InlineData("thinking of killing myself", "self-harm-thoughts")]
    [InlineData("everyone would be better off without me", "self-harm-thoughts")]
    [InlineData("my husband hits me", "unsafe-at-home")]
    [InlineData("I'm scared to go home to him", "unsafe-at-home")]
    public void Listen_SignInEverydayWords_IsHeard(string text, string finding)
    {
        var hit = Assert.Single(Listen(text), hit => hit.Finding == finding);
        Assert.Equal(Presence.Present, hit.Presence);
        Assert.InRange(hit.Start + hit.Length, 1, text.Length);
    }

    [Theory]
    [InlineData("no chest pain")]
    [InlineData("I don't have chest pain")]
    [InlineData("I do not have any pressure in my chest")]
    [InlineData("my chest is fine")]
    [InlineData("chest pain: no")]
    [InlineData("my chest is not tight")]
    [InlineData("without any numbness in my legs")]
    [InlineData("no fever, no chest tightness and no shortness of breath")]
    [InlineData("no chest tightness, breathlessness or fainting")]
    [InlineData("I've never fainted")]
    [InlineData("haven't been in a car accident")]
    [InlineData("no blood in my phlegm")]
    [InlineData("I can feel everything and I walk normally")]
    [InlineData("breathing is normal, bladder is fine")]
    [InlineData("I am not suicidal")]
    [InlineData("neither numb between the legs nor weak in the legs")]
    public void Listen_SignDenied_IsNoHit(string text) => Assert.Empty(Listen(text));

    [Theory]
    [InlineData("my back is killing me")]
    [InlineData("my legs are dead after the gym")]
    [InlineData("the view took my breath away")]
    [InlineData("I feel like I was hit by a bus")]
    [InlineData("dying of boredom here")]
    [InlineData("my laptop crashed again")]
    [InlineData("this queue makes me want to scream")]
    [InlineData("a faint ache in my back")]
    [InlineData("I nearly had a panic attack about the bill")]
    [InlineData("my leg fell asleep on the bus")]
    public void Listen_Saying_IsNoHit(string text) =>
        Assert.DoesNotContain(Listen(text), hit => hit.Presence == Presence.Present);

    [Theory]
    [InlineData("my father had a heart attack")]
    [InlineData("what if I faint?")]
    [InlineData("I had a car accident five years ago")]
    [InlineData("I used to faint as a child")]
    [InlineData("what should I do if I get chest pain")]
    [InlineData("can a back spasm cause shortness of breath?")]
    [InlineData("a colleague of mine had a stroke")]
    [InlineData("what are the signs of cauda equina, numb legs?")]
    public void Listen_AnothersSupposedOrLongPast_IsNoHit(string text) => Assert.Empty(Listen(text));

    [Theory]
    [InlineData("No. My chest feels tight", "chest-pressure")]
    [InlineData("no, my chest feels tight", "chest-pressure")]
    [InlineData("no fever but my chest is tight", "chest-pressure")]
    [InlineData("No injury. I can't feel my legs", "leg-weakness")]
    [InlineData("I have no idea why my legs are numb", "leg-weakness")]
    [InlineData("not only my back, my chest is tight too", "chest-pressure")]
    [InlineData("no fall or anything and now I can't pee", "bladder-bowel-change")]
    [InlineData("it never stops and my leg is weak", "leg-weakness")]
    [InlineData("nothing helps, I want to die", "self-harm-thoughts")]
    [InlineData("I have no fever my chest is tight", "chest-pressure")]
    [InlineData("dad had a heart attack in 2010 and now my own chest feels squeezed", "chest-pressure")]
    [InlineData("can't sleep because of pressure on my chest", "chest-pressure")]
    public void Listen_NoBelongsToSomethingElse_IsStillHeard(string text, string finding) =>
        Assert.Contains(Listen(text), hit => hit.Finding == finding && hit.Presence == Presence.Present);

    [Theory]
    [InlineData("maybe I'm a bit numb around my seat", "saddle-numbness")]
    [InlineData("not sure if my leg is swollen", "swollen-leg")]
    [InlineData("my chest might be a bit tight, hard to say", "chest-pressure")]
    [InlineData("I think my leg is weaker", "leg-weakness")]
    [InlineData("I have chest pain", "chest-pressure")]
    [InlineData("no fever, chest pressure", "chest-pressure")]
    public void Listen_SignInDoubt_IsUnsure(string text, string finding) =>
        Assert.Equal(Presence.Unsure, Assert.Single(Listen(text), hit => hit.Finding == finding).Presence);

    [Theory]
    [InlineData("yesterday I had a squeezing in my chest, it is gone now", "chest-pressure-recent")]
    [InlineData("two weeks ago there was pressure on my chest, it went away", "chest-pressure-past")]
    public void Listen_ChestPressureThatIsOver_IsTheFindingForThat(string text, string finding) =>
        Assert.Equal([finding], Listen(text).Select(hit => hit.Finding));

    [Fact]
    public void Listen_ChestPressureYearsAgo_IsNoHit() =>
        Assert.Empty(Listen("three years ago I had pressure on my chest, it went away"));

    [Theory]
    [InlineData("CHEST PRESSURE!!!")]
    [InlineData("chest   pressure")]
    [InlineData("chest presure")]
    [InlineData("chset pressure")]
    [InlineData("ｃｈｅｓｔ pressure")]
    [InlineData("my chest\u2019s got pressure")]
    [InlineData("🙏 chest pressure 🙏")]
    public void Listen_CasePunctuationAndOneTypo_ChangeNothing(string text) =>
        Assert.Contains(Listen(text), hit => hit.Finding == "chest-pressure" && hit.Presence == Presence.Present);

    [Fact]
    public void Listen_SeveralSigns_AreOneHitEachInOrder() =>
        Assert.Equal(
            ["leg-weakness", "bladder-bowel-change"],
            Listen("My legs are numb, numb legs I say, and I wet myself").Select(hit => hit.Finding)
        );

    [Fact]
    public void Listen_EveryEmergencySignOfTheProtocol_HasPhrases()
    {
        var yaml = TheClinic.Files["phrases.yaml"];
        Assert.All(
            TheClinic.Protocol.Findings.Where(finding => finding.Group == "emergency-signs"),
            finding => Assert.Contains($"\n  {finding.Id}:\n", yaml, StringComparison.Ordinal)
        );
    }

    private static IReadOnlyList<EmergencyHit> Listen(string text) =>
        TheClinic.Pack.Emergencies.Listen(text, TheClinic.Today);
}
