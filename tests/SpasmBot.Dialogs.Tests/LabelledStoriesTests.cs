using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>Every labelled story ends as labelled, through the conversation itself.</summary>
public sealed class LabelledStoriesTests
{
    public static TheoryData<string> All => [.. Story.All.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public Task Story_AnsweredByTaps_EndsAsLabelled(string id) => AssertEndsAsLabelledAsync(id, types: false);

    [Theory]
    [MemberData(nameof(All))]
    public Task Story_AnsweredInTypedTitles_EndsAsLabelled(string id) => AssertEndsAsLabelledAsync(id, types: true);

    private static async Task AssertEndsAsLabelledAsync(string id, bool types)
    {
        var story = Story.All[id];
        var chat = await Chat.StartAsync();

        await (story.Patient with { Types = types }).GoThroughAsync(chat);

        Assert.True(
            story.Disposition == chat.Disposition,
            $"{story.Disposition}, but {chat.Disposition}\n{chat.Transcript}"
        );
    }
}
