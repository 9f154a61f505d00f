namespace SpasmBot.Runtime.Tests.Dialogs;

public sealed class DialogContextTests : IDisposable
{
    private readonly TurnContext _turn = new(new RecordingAdapter(), RecordingAdapter.Incoming());
    private readonly DialogState _state = new();
    private readonly List<string> _heard = [];
    private readonly DialogSet _dialogs;
    private readonly DialogContext _context;

    public DialogContextTests()
    {
        _dialogs = new DialogSet().Add(new Listener("a", _heard)).Add(new Listener("b", _heard));
        _context = new DialogContext(_dialogs, _turn, _state);
    }

    public void Dispose() => _turn.Dispose();

    [Fact]
    public async Task Begin_PutsTheDialogOnTop_WithItsOptions()
    {
        var result = await _context.BeginDialogAsync("a", "options");
        await _context.BeginDialogAsync("b");

        Assert.Equal(DialogTurnStatus.Waiting, result.Status);
        Assert.Equal("b", _context.ActiveDialog.Id);
        Assert.Equal(["b", "a"], _state.DialogStack.Select(d => d.Id));
        Assert.Equal(["a begins options", "b begins "], _heard);
    }

    [Fact]
    public async Task Continue_GivesTheTurnToTheActiveDialog_AndIsEmptyWithoutOne()
    {
        Assert.Equal(DialogTurnStatus.Empty, (await _context.ContinueDialogAsync()).Status);
        await _context.BeginDialogAsync("a");
        Assert.Equal(DialogTurnStatus.Waiting, (await _context.ContinueDialogAsync()).Status);
        Assert.Equal("a continues", _heard[^1]);
    }

    [Fact]
    public async Task End_TellsTheOneBelow_AndCompletesWithTheLast()
    {
        await _context.BeginDialogAsync("a");
        await _context.BeginDialogAsync("b");
        _heard.Clear();

        var first = await _context.EndDialogAsync("result");
        var last = await _context.EndDialogAsync("final");

        Assert.Equal(["b ends EndCalled", "a resumes EndCalled result", "a ends EndCalled"], _heard);
        Assert.Equal(DialogTurnStatus.Waiting, first.Status);
        Assert.Equal((DialogTurnStatus.Complete, (object)"final"), (last.Status, last.Result));
        Assert.Null(_context.ActiveDialog);
    }

    [Fact]
    public async Task Replace_EndsTheActive_AndTheOneBelowDoesNotNotice()
    {
        await _context.BeginDialogAsync("a");
        await _context.BeginDialogAsync("a");
        _heard.Clear();

        await _context.ReplaceDialogAsync("b", 5);

        Assert.Equal(["a ends ReplaceCalled", "b begins 5"], _heard);
        Assert.Equal(["b", "a"], _context.Stack.Select(d => d.Id));
    }

    [Fact]
    public async Task CancelAll_EndsEveryDialog()
    {
        Assert.Equal(DialogTurnStatus.Empty, (await _context.CancelAllDialogsAsync()).Status);
        await _context.BeginDialogAsync("a");
        await _context.BeginDialogAsync("b");
        _heard.Clear();

        var result = await _context.CancelAllDialogsAsync();

        Assert.Equal(DialogTurnStatus.Cancelled, result.Status);
        Assert.Empty(_context.Stack);
        Assert.Equal(["b ends CancelCalled", "a hears cancelDialog", "a ends CancelCalled"], _heard);
    }

    [Fact]
    public async Task CancelAll_AskedTo_ReachesTheParents_UntilOneObjects()
    {
        await _context.BeginDialogAsync("a");
        var inner = new DialogContext(new DialogSet().Add(new Listener("i", _heard)), _context, new DialogState());
        await inner.BeginDialogAsync("i");
        await inner.CancelAllDialogsAsync();
        Assert.Equal("a", _context.ActiveDialog.Id);

        await inner.BeginDialogAsync("i");
        await inner.CancelAllDialogsAsync(cancelParents: true, eventName: "objection");
        Assert.Equal("a", _context.ActiveDialog.Id);
        Assert.Empty(inner.Stack);

        await inner.CancelAllDialogsAsync(cancelParents: true);
        Assert.Empty(_context.Stack);
    }

    [Fact]
    public async Task Reprompt_AsksTheActiveDialogToAskAgain()
    {
        await _context.RepromptDialogAsync();
        await _context.BeginDialogAsync("a");
        await _context.RepromptDialogAsync();
        Assert.Equal("a reprompts", _heard[^1]);
    }

    [Fact]
    public async Task DialogsOfAParent_CanBeBegunFromInside()
    {
        var inner = new DialogContext(new DialogSet(), _context, new DialogState());

        await inner.BeginDialogAsync("b");

        Assert.Equal("b", inner.ActiveDialog.Id);
        Assert.Null(_context.ActiveDialog);
        Assert.Same(_dialogs.Find("b"), inner.FindDialog("b"));
        Assert.Null(inner.FindDialog("x"));
        Assert.Same(_context, inner.Parent);
    }

    [Fact]
    public async Task ADialogThatIsNotThere_IsAnError()
    {
        var error = await Assert.ThrowsAsync<Exception>(() => _context.BeginDialogAsync("x"));
        Assert.Contains("'x'", error.Message, StringComparison.Ordinal);
        _context.Stack.Add(new DialogInstance { Id = "gone" });
        await Assert.ThrowsAsync<Exception>(() => _context.ContinueDialogAsync());
        await Assert.ThrowsAsync<ArgumentNullException>(() => _context.BeginDialogAsync(""));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _context.PromptAsync("a", null));
    }

    [Fact]
    public async Task ATokenInTheWrongPlace_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _context.BeginDialogAsync("a", CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => _context.EndDialogAsync(CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => _context.ReplaceDialogAsync("a", CancellationToken.None));
    }

    [Fact]
    public async Task ADialogThatOnlyBegins_EndsWithItsResultWhenItIsResumed()
    {
        _dialogs.Add(new Once("once"));
        await _context.BeginDialogAsync("once");
        await _context.BeginDialogAsync("b");

        var result = await _context.EndDialogAsync("passed on");

        Assert.Equal((DialogTurnStatus.Complete, (object)"passed on"), (result.Status, result.Result));
        await _context.BeginDialogAsync("once");
        Assert.Equal(DialogTurnStatus.Complete, (await _context.ContinueDialogAsync()).Status);
    }

    private sealed class Once(string id) : Dialog(id)
    {
        public override Task<DialogTurnResult> BeginDialogAsync(
            DialogContext dc,
            object? options = null,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(EndOfTurn);
    }

    private sealed class Listener(string id, List<string> heard) : Dialog(id)
    {
        public override Task<DialogTurnResult> BeginDialogAsync(
            DialogContext dc,
            object? options = null,
            CancellationToken cancellationToken = default
        ) => Hear($"begins {options}");

        public override Task<DialogTurnResult> ContinueDialogAsync(
            DialogContext dc,
            CancellationToken cancellationToken = default
        ) => Hear("continues");

        public override Task<DialogTurnResult> ResumeDialogAsync(
            DialogContext dc,
            DialogReason reason,
            object? result = null,
            CancellationToken cancellationToken = default
        ) => Hear($"resumes {reason} {result}");

        public override Task RepromptDialogAsync(
            ITurnContext turnContext,
            DialogInstance instance,
            CancellationToken cancellationToken = default
        ) => Hear("reprompts");

        public override Task EndDialogAsync(
            ITurnContext turnContext,
            DialogInstance instance,
            DialogReason reason,
            CancellationToken cancellationToken = default
        ) => Hear($"ends {reason}");

        protected override Task<bool> OnPreBubbleEventAsync(
            DialogContext dc,
            DialogEvent e,
            CancellationToken cancellationToken
        )
        {
            heard.Add($"{Id} hears {e.Name}");
            return Task.FromResult(e.Name == "objection");
        }

        private Task<DialogTurnResult> Hear(string what)
        {
            heard.Add($"{Id} {what}");
            return Task.FromResult(EndOfTurn);
        }
    }
}
