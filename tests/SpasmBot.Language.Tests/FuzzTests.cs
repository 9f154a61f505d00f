using System.Text.Json;
using SpasmBot.TestKit;

namespace SpasmBot.Language.Tests;

/// <summary>Whatever is typed, and whatever is in a file, is read or refused in words: never an exception, never for long.</summary>
public sealed class FuzzTests
{
    private static readonly IReadOnlyList<string> Typed =
    [
        .. Utterances().Take(150),
        "about three and a half weeks ago",
        "since last Tuesday, on and off for two months",
        "on 3 November 2025 at 14:30",
        "1 and 3, not sure about 2",
        "none of these",
        "all except the second one",
        "7 out of 10, sometimes 8-9",
        "I'm 34 y/o; my son is 12",
    ];

    [Fact]
    public void Durations_AnyText_GiveDaysOrNothing() =>
        new Fuzz(1, Typed).Run(
            2000,
            text => Assert.True(Durations.Read(text, TheClinic.Today) is null or (>= 0 and <= Durations.MaxDays))
        );

    [Fact]
    public void Answers_AnyTextAtAnyQuestion_AreReadWithinTheQuestion()
    {
        var questions = TheClinic.Protocol.Questions.Select(question => AskedQuestion.From(question)).ToList();
        var turn = 0;
        new Fuzz(2, Typed).Run(
            700,
            text =>
                Assert.NotNull(TheClinic.Pack.Answers.Read(text, questions[turn++ % questions.Count], TheClinic.Today))
        );
    }

    [Fact]
    public void OwnWords_AnyText_GiveOnlyFindingsAndNumbersOfTheProtocol() =>
        new Fuzz(3, Typed).Run(
            400,
            text =>
            {
                var read = TheClinic.Pack.OwnWords.Read(text, new ReadingContext(TheClinic.Today));
                Assert.All(read.Findings.Keys, id => Assert.NotNull(TheClinic.Protocol.FindFinding(id)));
                Assert.True(read.Age is null or (>= 0 and <= 130));
                Assert.True(read.Severity is null or (>= 0 and <= 10));
                Assert.All(
                    TheClinic.Pack.Emergencies.Listen(text, TheClinic.Today),
                    hit => Assert.True(hit.Start >= 0 && hit.Start + hit.Length <= text.Length)
                );
            }
        );

    [Fact]
    public void CommandsAndQuestions_AnyText_AreAnsweredOrNot() =>
        new Fuzz(4, Typed).Run(
            400,
            text =>
            {
                _ = TheClinic.Pack.Commands.Read(text);
                _ = TheClinic.Pack.Remarks.Read(text);
                Assert.NotNull(TheClinic.Pack.Questions.Answer(text, TheClinic.Today));
            }
        );

    [Theory]
    [InlineData("phrases.yaml", 12)]
    [InlineData("knowledge/index.yaml", 12)]
    [InlineData("commands.yaml", 12)]
    [InlineData("a section", 12)]
    public void Load_AnyFile_GivesAPackOrErrorsWithFileAndLine(string file, int rounds)
    {
        var name =
            file == "a section"
                ? TheClinic.Files.Keys.First(path => path.EndsWith(".md", StringComparison.Ordinal))
                : file;
        var good = name == "commands.yaml" ? TheClinic.CommandsYaml : TheClinic.Files[name];
        new Fuzz(5, [good]).Run(
            rounds,
            text =>
            {
                var files = new Dictionary<string, string>(TheClinic.Files, StringComparer.Ordinal) { [name] = text };
                var commands = name == "commands.yaml" ? text : TheClinic.CommandsYaml;
                var result = LanguagePack.Load(files, commands, TheClinic.Protocol);
                Assert.True(result.IsValid || result.Errors.Count > 0);
                Assert.All(result.Errors, error => Assert.True(error.Line >= 1, error.ToString()));
            }
        );
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('(')]
    public void Load_BracketsWithoutEnd_AreAnErrorAndNotTheEndOfTheServer(char bracket)
    {
        var deep = new string(bracket, 100_000);
        foreach (var phrases in new[] { deep, $"idioms: |\n  {deep}\n", $"says:\n  fever: |\n    {deep}\n" })
        {
            var files = new Dictionary<string, string>(TheClinic.Files, StringComparer.Ordinal)
            {
                ["phrases.yaml"] = phrases,
            };
            Assert.NotEmpty(LanguagePack.Load(files, TheClinic.CommandsYaml, TheClinic.Protocol).Errors);
        }
    }

    private static IEnumerable<string> Utterances() =>
        from line in TheClinic.Cases("utterances.jsonl")
        select JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!;
}
