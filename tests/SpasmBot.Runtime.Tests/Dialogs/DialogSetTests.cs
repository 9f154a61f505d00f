namespace SpasmBot.Runtime.Tests.Dialogs;

public class DialogSetTests
{
    private static readonly IStatePropertyAccessor<DialogState> State = new ConversationState(
        new MemoryStorage()
    ).CreateProperty<DialogState>("DialogState");

    [Fact]
    public void Find_IsByTheId_OrNothing()
    {
        var set = new DialogSet(State).Add(new WaterfallDialog("A")).Add(new WaterfallDialog("B"));
        Assert.Equal("B", set.Find("B").Id);
        Assert.Null(set.Find("C"));
        Assert.Throws<ArgumentNullException>(() => set.Find(" "));
        Assert.Equal(["A", "B"], set.GetDialogs().Select(d => d.Id));
    }

    [Fact]
    public void Add_AnIdThatIsTaken_GetsTheNextFreeOne()
    {
        var (a, b, c) = (new WaterfallDialog("A"), new WaterfallDialog("A"), new WaterfallDialog("A"));
        var set = new DialogSet().Add(a).Add(b).Add(c).Add(a);

        Assert.Equal(["A", "A2", "A3"], set.GetDialogs().Select(d => d.Id));
        Assert.Same(b, set.Find("A2"));
    }

    [Fact]
    public void GetVersion_ChangesWithTheDialogs()
    {
        Assert.Equal(new DialogSet().GetVersion(), new DialogSet().GetVersion());
        Assert.NotEqual(new DialogSet().GetVersion(), new DialogSet().Add(new WaterfallDialog("A")).GetVersion());
        Assert.Equal(
            new DialogSet().Add(new WaterfallDialog("A")).GetVersion(),
            new DialogSet().Add(new WaterfallDialog("A")).GetVersion()
        );
    }

    [Fact]
    public async Task CreateContext_NeedsATurnAndAPlaceForTheStack()
    {
        Assert.Throws<ArgumentNullException>(() => new DialogSet(null));
        Assert.Throws<ArgumentNullException>(() => new DialogSet().Add(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => new DialogSet(State).CreateContextAsync(null));
        using var turn = new TurnContext(new RecordingAdapter(), RecordingAdapter.Incoming());
        await Assert.ThrowsAsync<InvalidOperationException>(() => new DialogSet().CreateContextAsync(turn));
        var context = await new DialogSet(State).CreateContextAsync(turn);
        Assert.Empty(context.Stack);
        Assert.Same(turn, context.Context);
    }
}
