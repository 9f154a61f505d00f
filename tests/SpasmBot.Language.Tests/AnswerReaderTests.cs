using SpasmBot.Clinical;

namespace SpasmBot.Language.Tests;

public sealed class AnswerReaderTests
{
    private static readonly AskedQuestion Activities = TheClinic.Asking(
        AnswerKind.Multi,
        "worse-computer",
        "worse-phone",
        "worse-driving",
        "worse-reading-in-bed",
        "worse-overhead",
        "worse-lifting"
    );

    [Theory]
    [InlineData("Computer work", "worse-computer")]
    [InlineData("computer work, driving", "worse-computer worse-driving")]
    [InlineData("computer work and driving", "worse-computer worse-driving")]
    [InlineData("driving\nheavy lifting", "worse-driving worse-lifting")]
    [InlineData("driving; heavy lifting", "worse-driving worse-lifting")]
    [InlineData("work above my head", "worse-overhead")]
    [InlineData("computr work", "worse-computer")]
    [InlineData("drivng and hevy lifting", "worse-driving worse-lifting")]
    [InlineData("DRIVING!!", "worse-driving")]
    [InlineData("computer", "worse-computer")]
    [InlineData("reading", "worse-reading-in-bed")]
    [InlineData("lifting and driving please", "worse-lifting worse-driving")]
    [InlineData("1 and 3", "worse-computer worse-driving")]
    [InlineData("2 & 4", "worse-phone worse-reading-in-bed")]
    [InlineData("4, 5", "worse-reading-in-bed worse-overhead")]
    [InlineData("1,3,5", "worse-computer worse-driving worse-overhead")]
    [InlineData("2-4", "worse-phone worse-driving worse-reading-in-bed")]
    [InlineData("the first two", "worse-computer worse-phone")]
    [InlineData("the last two", "worse-overhead worse-lifting")]
    [InlineData("option 1", "worse-computer")]
    [InlineData("third", "worse-driving")]
    [InlineData("the 2nd one", "worse-phone")]
    [InlineData("the final one", "worse-lifting")]
    [InlineData("second to last", "worse-overhead")]
    [InlineData("number two and the last", "worse-phone worse-lifting")]
    [InlineData("six", "worse-lifting")]
    [InlineData("🚗 driving", "worse-driving")]
    public void Read_OptionsNamed_TicksThem(string text, string ticked) =>
        Assert.Equal(Sorted(ticked), Present(Read(text, Activities)));

    [Fact]
    public void Read_EveryTitleOfTheProtocol_TicksItsOwnOption()
    {
        foreach (var question in TheClinic.Protocol.Questions.Where(question => question.Options.Count > 1))
        {
            var asked = AskedQuestion.From(question);
            foreach (var option in question.Options)
            {
                var reply = Read(option.Title, asked);
                Assert.True(
                    reply is Reply.Ticks && Present(reply).SequenceEqual([option.Finding]),
                    $"{question.Id}: '{option.Title}' was read as {Describe(reply)}"
                );
            }
        }
    }

    [Fact]
    public void Read_AllTitlesOfAScreenWithCommas_TicksAllOfThem()
    {
        foreach (
            var question in TheClinic.Protocol.Questions.Where(q => q.Kind is QuestionKind.Multi or QuestionKind.Body)
        )
        {
            var reply = Read(
                string.Join(", ", question.Options.Select(option => option.Title)),
                AskedQuestion.From(question)
            );
            Assert.Equal(
                question.Options.Select(option => option.Finding).Order(StringComparer.Ordinal),
                Present(reply).Order(StringComparer.Ordinal)
            );
            Assert.Equal("", ((Reply.Ticks)reply).Remainder);
        }
    }

    [Fact]
    public void Read_TitlesWithCommasAndAnds_AreMatchedWhole()
    {
        var asked = new AskedQuestion
        {
            Id = "test",
            Kind = AnswerKind.Multi,
            Options = [new("a", "Fever, chills and shivers"), new("b", "Shivers"), new("c", "Coughing and fever")],
        };
        Assert.Equal(["a"], Present(Read("Fever, chills and shivers", asked)));
        Assert.Equal(["a", "b"], Present(Read("fever, chills and shivers and shivers", asked)));
        Assert.Equal(["b", "c"], Present(Read("coughing and fever, shivers", asked)));
    }

    [Fact]
    public void Read_TypoThatFitsTwoTitles_TicksNeither()
    {
        var asked = new AskedQuestion
        {
            Id = "test",
            Kind = AnswerKind.Multi,
            Options = [new("a", "Casting"), new("b", "Coasting")],
        };
        Assert.IsType<Reply.NotUnderstood>(Read("cpasting", asked));
    }

    [Fact]
    public void Read_PartThatFitsTwoTitles_TicksNeither() =>
        Assert.IsType<Reply.NotUnderstood>(Read("makes it worse", TheClinic.Question("aggravating.change")));

    [Theory]
    [InlineData("all except driving")]
    [InlineData("everything except driving")]
    [InlineData("all of them but not driving")]
    [InlineData("all apart from driving")]
    [InlineData("everything but driving")]
    public void Read_AllExcept_LeavesTheExceptionOut(string text)
    {
        var reply = Assert.IsType<Reply.Ticks>(Read(text, Activities));
        Assert.Equal(Presence.Absent, reply.Presences["worse-driving"]);
        Assert.Equal(5, reply.Presences.Count(entry => entry.Value == Presence.Present));
    }

    [Theory]
    [InlineData("nothing but driving")]
    [InlineData("none except driving")]
    public void Read_NoneExcept_TicksTheException(string text) =>
        Assert.Equal(["worse-driving"], Present(Read(text, Activities)));

    [Theory]
    [InlineData("all")]
    [InlineData("all of them")]
    [InlineData("everything")]
    [InlineData("yes, all of these")]
    public void Read_All_TicksAll(string text) => Assert.Equal(6, Present(Read(text, Activities)).Count());

    [Fact]
    public void Read_Both_IsAllOfTwo() =>
        Assert.Equal(
            ["constant", "intermittent"],
            Present(Read("both", TheClinic.Asking(AnswerKind.Multi, "constant", "intermittent")))
        );

    [Theory]
    [InlineData("none")]
    [InlineData("None of these")]
    [InlineData("none of the above")]
    [InlineData("no")]
    [InlineData("nope")]
    [InlineData("nah")]
    [InlineData("nee")]
    [InlineData("nothing here")]
    [InlineData("not one of them")]
    [InlineData("n/a")]
    [InlineData("no, none of these thanks")]
    [InlineData("i don't have any of these")]
    [InlineData("None, I just want to book.")]
    public void Read_NoneInAnyForm_IsNone(string text) => Assert.IsType<Reply.None>(Read(text, Activities));

    [Theory]
    [InlineData("not sure")]
    [InlineData("don't know")]
    [InlineData("dunno")]
    [InlineData("maybe")]
    [InlineData("unsure about all of these")]
    [InlineData("I am not really sure")]
    [InlineData("no idea")]
    [InlineData("can't really say")]
    public void Read_UnsureInAnyForm_IsUnsureAboutAll(string text) =>
        Assert.IsType<Reply.AllUnsure>(Read(text, Activities));

    [Theory]
    [InlineData("skip")]
    [InlineData("pass")]
    [InlineData("I'd rather not say")]
    [InlineData("skip this question please")]
    public void Read_SkipInAnyForm_IsSkip(string text) => Assert.IsType<Reply.Skip>(Read(text, Activities));

    [Fact]
    public void Read_FormsThatTheQuestionDoesNotOffer_AreNoAnswer()
    {
        var strict = Activities with { AllowsNone = false, AllowsUnsure = false, AllowsSkip = false };
        foreach (var text in (string[])["none of these", "not sure", "skip"])
        {
            Assert.Equal(NotUnderstoodReason.NotOffered, Assert.IsType<Reply.NotUnderstood>(Read(text, strict)).Reason);
        }
    }

    [Theory]
    [InlineData("no fever", "fever", Presence.Absent)]
    [InlineData("not sure about 1", "fever", Presence.Unsure)]
    [InlineData("not sure about 2 and 1", "fever", Presence.Unsure)]
    [InlineData("unsure 2, 1", "fever", Presence.Unsure)]
    [InlineData("maybe scoliosis", "scoliosis", Presence.Unsure)]
    [InlineData("cancer, but no fever", "cancer-history", Presence.Present)]
    [InlineData("cancer, but no fever", "fever", Presence.Absent)]
    [InlineData("cancer, not scoliosis", "scoliosis", Presence.Absent)]
    public void Read_NamedWithNoOrMaybe_SaysSo(string text, string finding, Presence presence)
    {
        var reply = Assert.IsType<Reply.Ticks>(
            Read(text, TheClinic.Asking(AnswerKind.Multi, "fever", "scoliosis", "cancer-history"))
        );
        Assert.Equal(presence, reply.Presences[finding]);
    }

    [Fact]
    public void Read_OneNamedAndTheRestDenied_SettlesAll()
    {
        var reply = Assert.IsType<Reply.Ticks>(
            Read("can't feel my backside, otherwise fine", TheClinic.Question("emergency-signs.2"))
        );
        Assert.Equal(["saddle-numbness"], Present(reply));
        Assert.Equal(8, reply.Presences.Count);
    }

    [Fact]
    public void Read_WordsBesideTheOptions_AreTheRemainder() =>
        Assert.Equal("my cat is ill", Assert.IsType<Reply.Ticks>(Read("driving, my cat is ill", Activities)).Remainder);

    [Theory]
    [InlineData("blah blah")]
    [InlineData("9")]
    [InlineData("0")]
    [InlineData("work")]
    public void Read_NothingOfTheQuestion_IsNotUnderstood(string text) =>
        Assert.IsType<Reply.NotUnderstood>(Read(text, Activities));

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("🙂🙂")]
    [InlineData("?!...")]
    public void Read_NoWords_IsEmpty(string text) =>
        Assert.Equal(NotUnderstoodReason.Empty, Assert.IsType<Reply.NotUnderstood>(Read(text, Activities)).Reason);

    [Fact]
    public void Read_TwoOptionsOfAChoice_AreOneTooMany() =>
        Assert.Equal(
            NotUnderstoodReason.MoreThanOne,
            Assert.IsType<Reply.NotUnderstood>(Read("1 and 2", TheClinic.Question("side"))).Reason
        );

    [Theory]
    [InlineData("left", "side-left")]
    [InlineData("on the right", "side-right")]
    [InlineData("both", "side-both")]
    [InlineData("middle", "side-centre")]
    [InlineData("2", "side-right")]
    public void Read_SideInWords_IsThatSide(string text, string side) =>
        Assert.Equal([side], Present(Read(text, TheClinic.Question("side"))));

    [Theory]
    [InlineData("yes")]
    [InlineData("Yep!")]
    [InlineData("ja")]
    [InlineData("yebo")]
    [InlineData("I do")]
    [InlineData("sometimes")]
    [InlineData("only at night")]
    [InlineData("yes but only a little")]
    public void Read_YesInAnyForm_IsYes(string text) => Assert.IsType<Reply.Yes>(Read(text, YesNo("night-sweats")));

    [Theory]
    [InlineData("no")]
    [InlineData("nah")]
    [InlineData("nee")]
    [InlineData("never")]
    [InlineData("I don't")]
    [InlineData("not really")]
    [InlineData("no, not that I know of")]
    public void Read_NoInAnyForm_IsNo(string text) => Assert.IsType<Reply.No>(Read(text, YesNo("night-sweats")));

    [Theory]
    [InlineData("don't know")]
    [InlineData("maybe")]
    [InlineData("I think so")]
    public void Read_NotSureInAnyForm_IsNotSure(string text) =>
        Assert.IsType<Reply.NotSure>(Read(text, YesNo("tb-risk")));

    [Fact]
    public void Read_NoButTheSignInWords_IsYes() =>
        Assert.IsType<Reply.Yes>(Read("no, but I fainted this morning", YesNo("collapse")));

    [Theory]
    [InlineData("onsetDays", "since Tuesday", 5)]
    [InlineData("severity", "like a 7", 7)]
    [InlineData("age", "mid thirties", 35)]
    public void Read_NumberInWords_IsTheNumber(string sets, string text, double value) =>
        Assert.Equal(new Reply.Number(value), Read(text, Number(sets)));

    [Theory]
    [InlineData("onsetDays", "tomorrow", NotUnderstoodReason.OutOfRange)]
    [InlineData("severity", "11", NotUnderstoodReason.OutOfRange)]
    [InlineData("severity", "-1", NotUnderstoodReason.OutOfRange)]
    [InlineData("age", "300", NotUnderstoodReason.OutOfRange)]
    [InlineData("severity", "really bad", NotUnderstoodReason.NotANumber)]
    [InlineData("onsetDays", "a while", NotUnderstoodReason.NotANumber)]
    public void Read_NoUsableNumber_SaysWhy(string sets, string text, NotUnderstoodReason reason) =>
        Assert.Equal(new Reply.NotUnderstood(reason), Read(text, Number(sets)));

    [Fact]
    public void Read_OpenText_IsKeptWithoutControlCharacters() =>
        Assert.Equal(
            new Reply.Words("<b>It hurts</b>\nhere"),
            Read(" <b>It\u0007 hurts</b>\nhere\u0000 ", new() { Id = "own-words", Kind = AnswerKind.Text })
        );

    [Fact]
    public void Read_SkipOfAnOpenText_IsSkip() =>
        Assert.IsType<Reply.Skip>(
            Read(
                "skip",
                new()
                {
                    Id = "own-words",
                    Kind = AnswerKind.Text,
                    AllowsSkip = true,
                }
            )
        );

    private static Reply Read(string text, AskedQuestion question) =>
        TheClinic.Pack.Answers.Read(text, question, TheClinic.Today);

    private static AskedQuestion YesNo(string finding) => TheClinic.Asking(AnswerKind.YesNo, finding);

    private static AskedQuestion Number(string sets) =>
        new()
        {
            Id = sets,
            Kind = AnswerKind.Number,
            Sets = sets,
            Min = 0,
            Max = sets switch
            {
                "age" => 120,
                "severity" => 10,
                _ => 36_500,
            },
        };

    private static IEnumerable<string> Sorted(string ids) => ids.Split(' ').Order(StringComparer.Ordinal);

    private static IEnumerable<string> Present(Reply reply) =>
        Assert
            .IsType<Reply.Ticks>(reply)
            .Presences.Where(entry => entry.Value == Presence.Present)
            .Select(entry => entry.Key);

    private static string Describe(Reply reply) =>
        reply is Reply.Ticks ticks
            ? string.Join(", ", ticks.Presences.Select(e => $"{e.Key} {e.Value}"))
            : reply.ToString();
}
