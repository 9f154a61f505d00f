using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>Every labelled story ends as labelled, through the conversation itself.</summary>
public sealed class LabelledStoriesTests
{
    public static TheoryData<string> All => [.. Story.All.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Story_AnsweredByTaps_EndsAsLabelled(string id)
    {
        var story = Story.All[id];
        var chat = await Chat.StartAsync();

        await story.Patient.GoThroughAsync(chat);

        Assert.True(
            story.Disposition == chat.Disposition,
            $"{story.Disposition}, but {chat.Disposition}\n{chat.Transcript}"
        );
    }
}
