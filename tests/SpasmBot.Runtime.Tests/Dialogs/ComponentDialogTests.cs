namespace SpasmBot.Runtime.Tests.Dialogs;

public class ComponentDialogTests
{
    [Fact]
    public async Task InnerStack_SurvivesARestart_AndEndsWithItsResult()
    {
        object? result = null;
        var inner = new ComponentDialog("inner");
        inner.AddDialog(
            new WaterfallDialog(
                "ask",
                [
                    async (step, token) =>
                    {
                        await step.Context.SendActivityAsync("how old?", cancellationToken: token);
                        return Dialog.EndOfTurn;
                    },
                    (step, token) => step.EndDialogAsync($"{step.Result}!", token),
                ]
            )
        );
        var root = new ComponentDialog("root");
        root.AddDialog(
            new WaterfallDialog(
                "main",
                [
                    (step, token) => step.BeginDialogAsync("inner", cancellationToken: token),
                    (step, token) =>
                    {
                        result = step.Result;
                        return step.EndDialogAsync(cancellationToken: token);
                    },
                ]
            )
        );
        root.AddDialog(inner);
        var conversation = new Conversation(root);

        Assert.Equal(["how old?"], await conversation.Say("hi"));
        await conversation.Say("33");

        Assert.Equal("33!", result);
    }
}
