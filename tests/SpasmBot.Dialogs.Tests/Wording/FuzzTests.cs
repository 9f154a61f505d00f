using SpasmBot.Dialogs.Wording;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Wording;

/// <summary>Whatever is in a file of words is read or refused in words: never an exception, never for long.</summary>
public sealed class FuzzTests
{
    private static readonly IReadOnlyDictionary<string, string> English = Repository.ReadFolder(
        "dialogs",
        "words",
        "en"
    );

    [Theory]
    [InlineData("messages.yaml")]
    [InlineData("questions.yaml")]
    [InlineData("pronouns.yaml")]
    public void Load_AnyFile_GivesWordsOrErrorsWithFileAndLine(string name) =>
        new Fuzz(1, [English[name]]).Run(
            300,
            text =>
            {
                var result = WordsLoader.Load(
                    new Dictionary<string, string>(English, StringComparer.Ordinal) { [name] = text }
                );
                Assert.Equal(result.Words is null, result.Errors.Count > 0);
                Assert.All(result.Errors, error => Assert.True(error.File == name && error.Line >= 1, $"{error}"));
            }
        );

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Load_FileNestedWithoutEnd_IsAnErrorAndNotTheEndOfTheServer(string opening)
    {
        foreach (var name in new[] { "messages.yaml", "questions.yaml", "pronouns.yaml" })
        {
            var files = new Dictionary<string, string>(English, StringComparer.Ordinal)
            {
                [name] = string.Concat(Enumerable.Repeat(opening, 50_000)),
            };
            Assert.NotEmpty(WordsLoader.Load(files).Errors);
        }
    }
}
