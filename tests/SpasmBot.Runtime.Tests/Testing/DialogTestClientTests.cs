using SpasmBot.Runtime.Connector;

namespace SpasmBot.Runtime.Tests.Testing;

public class DialogTestClientTests
{
    [Fact]
    public async Task AClient_TalksToTheDialog_TurnByTurn()
    {
        var client = new DialogTestClient(Channels.Webchat, new Order(), "tea");

        var reply = await client.SendActivityAsync<IMessageActivity>("hi");
        Assert.Equal("How many tea?", reply.Text);
        Assert.Equal(DialogTurnStatus.Waiting, client.DialogTurnResult.Status);
        Assert.Equal("order", client.DialogContext.ActiveDialog.Id);

        reply = await client.SendActivityAsync<IMessageActivity>(
            new Activity(ActivityTypes.Message) { Text = "three" }
        );
        Assert.Equal("3 tea.", reply.Text);
        Assert.Equal("Anything else?", client.GetNextReply<IMessageActivity>().Text);
        Assert.Null(client.GetNextReply<IMessageActivity>());

        reply = await client.SendActivityAsync<IMessageActivity>("no");
        Assert.Null(reply);
        Assert.Equal(
            (DialogTurnStatus.Complete, (object)3),
            (client.DialogTurnResult.Status, client.DialogTurnResult.Result)
        );
        Assert.Null(client.DialogContext.ActiveDialog);
    }

    [Fact]
    public async Task AClient_OnAnAdapter_UsesItsMiddlewareAndState()
    {
        var storage = new MemoryStorage();
        var order = new List<string>();
        var adapter = new TestAdapter("test");
        var client = new DialogTestClient(
            adapter,
            new Order(),
            "tea",
            [new Note(order)],
            new ConversationState(storage)
        );

        await client.SendActivityAsync<IMessageActivity>("hi");

        Assert.Equal(["before", "after"], order);
        Assert.Single(await storage.ReadAsync(["test/conversations/Conversation1"]));
        Assert.NotNull(client.ConversationState);
    }

    private sealed class Order : ComponentDialog
    {
        public Order()
            : base("order")
        {
            AddDialog(new WaterfallDialog("steps", [AskAsync, ConfirmAsync, EndAsync]));
            AddDialog(new NumberPrompt<int>("number"));
            AddDialog(new ConfirmPrompt("confirm") { Style = ListStyle.None });
        }

        private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
        {
            step.Values["what"] = step.Options;
            var prompt = MessageFactory.Text($"How many {step.Options}?");
            return step.PromptAsync("number", new PromptOptions { Prompt = prompt }, cancellationToken);
        }

        private static async Task<DialogTurnResult> ConfirmAsync(
            WaterfallStepContext step,
            CancellationToken cancellationToken
        )
        {
            step.Values["count"] = (int)step.Result;
            var said = $"{step.Result} {step.Values["what"]}.";
            await step.Context.SendActivityAsync(said, cancellationToken: cancellationToken);
            var prompt = MessageFactory.Text("Anything else?");
            return await step.PromptAsync("confirm", new PromptOptions { Prompt = prompt }, cancellationToken);
        }

        private static Task<DialogTurnResult> EndAsync(
            WaterfallStepContext step,
            CancellationToken cancellationToken
        ) => step.EndDialogAsync((int)step.Values["count"], cancellationToken);
    }

    private sealed class Note(List<string> order) : IMiddleware
    {
        public async Task OnTurnAsync(
            ITurnContext turnContext,
            NextDelegate next,
            CancellationToken cancellationToken = default
        )
        {
            order.Add("before");
            await next(cancellationToken);
            order.Add("after");
        }
    }
}
