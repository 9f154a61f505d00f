using System.Security.Claims;

namespace SpasmBot.Runtime.Tests.Turn;

public class BotAdapterTests
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public async Task OnTurnError_GetsWhatTheTurnThrew_AndCanStillSpeak()
    {
        _adapter.OnTurnError = (turn, error) => turn.SendActivityAsync($"sorry: {error.Message}");
        using var turn = new TurnContext(_adapter, RecordingAdapter.Incoming());

        await _adapter.Run(turn, (_, _) => throw new InvalidOperationException("oh"));

        Assert.Equal("sorry: oh", Assert.Single(_adapter.Sent).Text);
    }

    [Fact]
    public async Task WithoutOnTurnError_WhatTheTurnThrewGoesToTheCaller()
    {
        using var turn = new TurnContext(_adapter, RecordingAdapter.Incoming());
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _adapter.Run(turn, (_, _) => throw new InvalidOperationException("oh"))
        );
    }

    [Fact]
    public async Task ContinueConversation_RunsATurnThatSpeaksFirst()
    {
        var reference = RecordingAdapter.Incoming().GetConversationReference();
        Activity? began = null;

        await _adapter.ContinueConversationAsync(
            "bot-id",
            reference,
            async (turn, token) =>
            {
                began = turn.Activity;
                await turn.SendActivityAsync("are you still there?", cancellationToken: token);
            },
            CancellationToken.None
        );

        Assert.Equal((ActivityTypes.Event, "ContinueConversation"), (began!.Type, began.Name));
        Assert.Same(reference, began.RelatesTo);
        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal(("c1", "user", "bot"), (sent.Conversation.Id, sent.Recipient.Id, sent.From.Id));
    }

    [Fact]
    public async Task ContinueConversation_OnBehalfOfACaller_TellsTheTurnWhoItIs()
    {
        var caller = new ClaimsIdentity("test");
        ClaimsIdentity? seen = null;

        await _adapter.ContinueConversationAsync(
            caller,
            RecordingAdapter.Incoming().GetConversationReference(),
            (turn, _) =>
            {
                seen = turn.TurnState.Get<ClaimsIdentity>(BotAdapter.BotIdentityKey);
                return Task.CompletedTask;
            },
            CancellationToken.None
        );

        Assert.Same(caller, seen);
    }
}
