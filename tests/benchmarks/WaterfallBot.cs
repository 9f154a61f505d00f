using SpasmBot.Runtime;
using SpasmBot.Runtime.Dialogs;
using SpasmBot.Runtime.Dialogs.Choices;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Benchmarks;

/// <summary>
/// A conversation of eleven turns: a greeting that asks the first question, then four text, three choice and three confirm
/// prompts. Conversation and user state are loaded and saved in every turn.
/// </summary>
public sealed class WaterfallBot : IBot
{
    /// <summary>What the person types, turn by turn.</summary>
    public static readonly string[] Script =
    [
        "hello",
        "my name",
        "blue",
        "yes",
        "my street",
        "green",
        "no",
        "my town",
        "red",
        "yes",
        "that is all",
    ];

    private readonly ConversationState _conversation;
    private readonly UserState _user;
    private readonly IStatePropertyAccessor<Profile> _profile;
    private readonly IStatePropertyAccessor<DialogState> _dialogState;
    private readonly DialogSet _dialogs;

    public WaterfallBot(IStorage storage)
    {
        (_conversation, _user) = (new ConversationState(storage), new UserState(storage));
        _profile = _user.CreateProperty<Profile>("profile");
        _dialogState = _conversation.CreateProperty<DialogState>("dialogs");
        _dialogs = new DialogSet(_dialogState);
        _dialogs.Add(new TextPrompt("text"));
        _dialogs.Add(new ChoicePrompt("choice"));
        _dialogs.Add(new ConfirmPrompt("confirm"));
        _dialogs.Add(
            new WaterfallDialog(
                "all",
                [
                    Text("name"),
                    Choice("colour"),
                    Confirm("sure"),
                    Text("street"),
                    Choice("door"),
                    Confirm("still sure"),
                    Text("town"),
                    Choice("car"),
                    Confirm("very sure"),
                    Text("remarks"),
                    EndAsync,
                ]
            )
        );
    }

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var profile = await _profile.GetAsync(turnContext, () => new Profile(), cancellationToken);
        profile.Turns++;
        var dialog = await _dialogs.CreateContextAsync(turnContext, cancellationToken);
        var result = await dialog.ContinueDialogAsync(cancellationToken);
        if (result.Status == DialogTurnStatus.Empty)
        {
            await dialog.BeginDialogAsync("all", options: null, cancellationToken);
        }

        await _conversation.SaveChangesAsync(turnContext, force: false, cancellationToken);
        await _user.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    private static WaterfallStep Text(string asked) =>
        (step, cancel) => step.PromptAsync("text", Asking(asked), cancel);

    private static WaterfallStep Confirm(string asked) =>
        (step, cancel) => step.PromptAsync("confirm", Asking(asked), cancel);

    private static WaterfallStep Choice(string asked) =>
        (step, cancel) =>
        {
            var options = Asking(asked);
            options.Choices = [new Choice("red"), new Choice("green"), new Choice("blue")];
            return step.PromptAsync("choice", options, cancel);
        };

    private static PromptOptions Asking(string asked) =>
        new()
        {
            Prompt = MessageFactory.Text($"Please tell me: {asked}?"),
            RetryPrompt = MessageFactory.Text($"I did not get that. {asked}?"),
        };

    private static async Task<DialogTurnResult> EndAsync(WaterfallStepContext step, CancellationToken cancel)
    {
        await step.Context.SendActivityAsync("Thank you.", cancellationToken: cancel);
        return await step.EndDialogAsync(result: null, cancel);
    }

    public sealed class Profile
    {
        public int Turns { get; set; }

        public string Name { get; set; } = "somebody";
    }
}
