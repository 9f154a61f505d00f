namespace SpasmBot.Runtime.Tests.Adapters;

public class TestFlowTests
{
    private readonly TestAdapter _adapter = new();

    [Fact]
    public async Task AFlow_SendsAndExpects() =>
        await Flow()
            .Send("a")
            .AssertReply("echo a")
            .Test("b", "echo b")
            .Test("c", reply => Assert.Equal("echo c", reply.AsMessageActivity().Text))
            .Send(new Activity(ActivityTypes.Message) { Text = "d" })
            .AssertReplyContains("d")
            .Send("two")
            .AssertReplyOneOf(["echo one", "echo two"])
            .AssertReply("and again")
            .AssertNoReply(timeout: 1)
            .StartTestAsync();

    [Fact]
    public async Task ASpaceAround_DoesNotMatter() => await Flow().Send("a").AssertReply(" echo a ").StartTestAsync();

    [Fact]
    public async Task AnotherReply_FailsTheFlow_WithBothTexts()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Flow().Send("a").AssertReply("echo b").StartTestAsync()
        );
        Assert.Contains("Expected:echo b\nReceived:echo a", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Flow().Send("a").AssertReplyContains("b").StartTestAsync()
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Flow().Send("a").AssertReplyOneOf(["b"]).StartTestAsync()
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() => Flow().Send("a").AssertNoReply().StartTestAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Flow().Send("a").AssertReply(new Activity(ActivityTypes.Typing)).StartTestAsync()
        );
    }

    [Fact]
    public async Task AFlow_StopsAtTheFirstFailure()
    {
        var reached = false;
        var flow = Flow().Send("a").AssertReply("wrong").AssertReply(_ => reached = true);
        await Assert.ThrowsAsync<InvalidOperationException>(flow.StartTestAsync);
        Assert.False(reached);
    }

    [Fact]
    public async Task NoReply_FailsTheFlowAfterItsTime() =>
        await Assert.ThrowsAsync<TaskCanceledException>(() =>
            Flow().AssertReply("anything", timeout: 1).StartTestAsync()
        );

    [Fact]
    public async Task WhatTheBotThrows_FailsTheFlow()
    {
        var flow = new TestFlow(_adapter, (_, _) => throw new FormatException("oh")).Send("a");
        await Assert.ThrowsAsync<FormatException>(flow.StartTestAsync);
    }

    [Fact]
    public async Task ATranscript_IsSentAndExpected() =>
        await Flow()
            .Test([
                new Activity(ActivityTypes.Message) { Text = "a", From = new ChannelAccount("u", role: "user") },
                new Activity(ActivityTypes.Message) { Text = "echo a", From = new ChannelAccount("b", role: "bot") },
            ])
            .StartTestAsync();

    [Fact]
    public async Task ABot_SeesTheUserCome() =>
        await new TestFlow(_adapter, new Greeter())
            .SendConversationUpdate()
            .AssertReply("welcome user1")
            .StartTestAsync();

    [Fact]
    public async Task AComparer_DecidesWhatIsEqual() =>
        await Flow().Send("a").AssertReply(new Activity(ActivityTypes.Message), new Anything()).StartTestAsync();

    private TestFlow Flow() =>
        new(
            _adapter,
            async (turn, token) =>
            {
                await turn.SendActivityAsync($"echo {turn.Activity.Text}", cancellationToken: token);
                if (turn.Activity.Text == "two")
                {
                    await turn.SendActivityAsync("and again", cancellationToken: token);
                }
            }
        );

    private sealed class Greeter : ActivityHandler
    {
        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => turnContext.SendActivityAsync($"welcome {membersAdded[0].Id}", cancellationToken: cancellationToken);
    }

    private sealed class Anything : IEqualityComparer<IActivity>
    {
        public bool Equals(IActivity? x, IActivity? y) => true;

        public int GetHashCode(IActivity obj) => 0;
    }
}
