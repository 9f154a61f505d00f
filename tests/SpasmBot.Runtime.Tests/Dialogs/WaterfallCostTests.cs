namespace SpasmBot.Runtime.Tests.Dialogs;

public class WaterfallCostTests
{
    [Fact]
    public async Task ATurn_AllocatesLessThan12Kilobytes()
    {
        WaterfallStep step = async (context, token) =>
        {
            context.Values[$"answer {context.Index}"] = context.Result;
            await context.Context.SendActivityAsync($"question {context.Index}", cancellationToken: token);
            return Dialog.EndOfTurn;
        };
        var root = new ComponentDialog("root").AddDialog(new WaterfallDialog("w", Enumerable.Repeat(step, 11)));
        var state = new ConversationState(new MemoryStorage());
        var stack = state.CreateProperty<DialogState>("DialogState");
        var adapter = new Silent();

        await Turns(120);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await Turns(120);
        var perTurn = (GC.GetAllocatedBytesForCurrentThread() - before) / 120;

        Assert.InRange(perTurn, 1, 12 * 1024);

        async Task Turns(int count)
        {
            for (var i = 0; i < count; i++)
            {
                using var turn = new TurnContext(adapter, RecordingAdapter.Incoming());
                await root.RunAsync(turn, stack);
                await state.SaveChangesAsync(turn);
            }
        }
    }

    private sealed class Silent : BotAdapter
    {
        public override Task<ResourceResponse[]> SendActivitiesAsync(
            ITurnContext turnContext,
            Activity[] activities,
            CancellationToken cancellationToken
        ) => Task.FromResult(Array.ConvertAll(activities, _ => new ResourceResponse("1")));

        public override Task<ResourceResponse> UpdateActivityAsync(
            ITurnContext turnContext,
            Activity activity,
            CancellationToken cancellationToken
        ) => Task.FromResult(new ResourceResponse("1"));

        public override Task DeleteActivityAsync(
            ITurnContext turnContext,
            ConversationReference reference,
            CancellationToken cancellationToken
        ) => Task.CompletedTask;
    }
}
