using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SpasmBot.Contracts;
using SpasmBot.Dialogs.Checks;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Kit;

/// <summary>
/// A person in front of the bot. Every turn runs in a fresh bot over the stored state, as after a restart, and the
/// person sees only what a client sees.
/// </summary>
public sealed class Chat
{
    private readonly MemoryStorage _storage = new();
    private readonly BotParts _parts;
    private int _sent;

    private Chat(Func<TimeProvider, BotParts> parts) => _parts = parts(Time);

    /// <summary>The clock: Sunday 22 November 2026, 12:00 in Cape Town, unless it is moved.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

    /// <summary>What the bot said in the last turn.</summary>
    public IReadOnlyList<Said> Last { get; private set; } = [];

    /// <summary>All texts of the last turn.</summary>
    public string LastText => string.Join("\n\n", Last.Select(said => said.Words));

    /// <summary>The question that the last turn left open; null when it asked none.</summary>
    public Said? Question { get; private set; }

    /// <summary>The id of the open question.</summary>
    public string? Open => Question?.Text("question");

    /// <summary>The last assessment that was shown.</summary>
    public JsonElement? Assessment { get; private set; }

    /// <summary>The disposition of the last answer that was shown.</summary>
    public string? Disposition => Assessment?.GetProperty("disposition").GetString();

    /// <summary>The emergency that the last turn showed; null when it showed none.</summary>
    public JsonElement? Emergency => Last.Select(said => said.Find("emergency")).LastOrDefault(e => e is not null);

    /// <summary>What the bot reported so far, for the store and the desk.</summary>
    public List<Reported> Events { get; } = [];

    /// <summary>Everything that was said, for a person to read.</summary>
    public Transcript Transcript { get; } = new();

    /// <summary>Somebody opens the chat.</summary>
    public static async Task<Chat> StartAsync(ClinicProfile? clinic = null, Func<TimeProvider, BotParts>? parts = null)
    {
        var chat = new Chat(parts ?? (time => Shipped.Parts(time, clinic)));
        await chat.OpenAsync();
        return chat;
    }

    /// <summary>Somebody opens the chat and agrees to the check, up to the own words.</summary>
    public static async Task<Chat> StartCheckAsync(double age = 34, string forWhom = "me")
    {
        var chat = await StartAsync();
        await chat.BeginCheckAsync(age, forWhom);
        return chat;
    }

    /// <summary>A chat whose client never said that it was there.</summary>
    public static Chat Unopened() => new(time => Shipped.Parts(time));

    /// <summary>The client says that somebody is there.</summary>
    public Task OpenAsync() =>
        TurnAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new ChannelAccount("person")] });

    public Task SayAsync(string text)
    {
        Transcript.Person(text);
        return TurnAsync(new Activity(ActivityTypes.Message) { Text = text });
    }

    /// <summary>Sends a value, as a client that draws its own controls does.</summary>
    public Task SendAsync(object value)
    {
        var json = JsonSerializer.Serialize(value);
        Transcript.Person(json, Question);
        return TurnAsync(new Activity(ActivityTypes.Message) { Value = json });
    }

    /// <summary>Sends an activity as it is.</summary>
    public Task SendAsync(Activity activity) => TurnAsync(activity);

    public Task TickAsync(params string[] ids) => SendAsync(new { question = Open, selected = ids });

    /// <summary>Marks signs "not sure", beside those that are ticked.</summary>
    public Task UnsureAsync(string[] unsure, params string[] ticked) =>
        SendAsync(
            new
            {
                question = Open,
                selected = ticked,
                unsure,
            }
        );

    /// <summary>"Not sure" as the whole answer.</summary>
    public Task NotSureAsync() => SendAsync(new { question = Open, unsure = true });

    public Task NoneAsync() => SendAsync(new { question = Open, none = true });

    public Task YesAsync() => SendAsync(new { question = Open, value = true });

    public Task NoAsync() => SendAsync(new { question = Open, value = false });

    public Task SkipAsync() => SendAsync(new { question = Open, skip = true });

    public Task NumberAsync(double number) => SendAsync(new { question = Open, value = number });

    /// <summary>Fills in the open form.</summary>
    public Task FillInAsync(params (string Field, string Text)[] fields) =>
        SendAsync(
            new
            {
                question = Open,
                value = fields.ToDictionary(field => field.Field, field => field.Text, StringComparer.Ordinal),
            }
        );

    public Task CommandAsync(string command) => SendAsync(new { command });

    public Task ChangeAsync(string question) => SendAsync(new { command = BotCommands.Change, question });

    /// <summary>Begins a check and agrees to it, up to the own words.</summary>
    public async Task BeginCheckAsync(double age = 34, string forWhom = "me")
    {
        await TickAsync("check");
        await TickAsync(forWhom);
        await NumberAsync(age);
        await TickAsync("agree");
    }

    /// <summary>Begins a check without own words, up to the first emergency signs.</summary>
    public static async Task<Chat> AtSignsAsync(double age = 34)
    {
        var chat = await StartCheckAsync(age);
        await chat.SkipAsync();
        return chat;
    }

    /// <summary>The check as it is stored.</summary>
    public async Task<SymptomCheck> CheckAsync()
    {
        using var turn = new TurnContext(new ListeningAdapter(), Addressed(new Activity(ActivityTypes.Message)));
        var conversation = new ConversationState(_storage);
        return await new CheckAccess(_parts, conversation.CreateProperty<CheckState>("check")).OpenAsync(turn);
    }

    private async Task TurnAsync(Activity activity)
    {
        var adapter = new ListeningAdapter();
        using (var turn = new TurnContext(adapter, Addressed(activity)))
        {
            await new ClinicBot(_parts, new ConversationState(_storage)).OnTurnAsync(turn);
        }

        Take(adapter.Sent);
    }

    private Activity Addressed(Activity activity)
    {
        activity.Id = string.Create(CultureInfo.InvariantCulture, $"a{++_sent}");
        activity.ChannelId = "test";
        activity.Conversation = new ConversationAccount { Id = "conversation" };
        activity.From = new ChannelAccount("person");
        activity.Recipient = new ChannelAccount("bot");
        activity.ServiceUrl = "https://test";
        return activity;
    }

    private void Take(IReadOnlyList<Activity> sent)
    {
        Last =
        [
            .. sent.Where(activity => activity.Type == ActivityTypes.Message).Select(activity => new Said(activity)),
        ];
        foreach (var activity in sent)
        {
            if (activity.Type == ActivityTypes.Event)
            {
                Events.Add(Reported.From(activity));
                Transcript.Reported(Events[^1]);
            }
            else
            {
                Transcript.Bot(new Said(activity));
            }
        }

        Question = Last.Count == 0 ? Question : Last.LastOrDefault(said => said.Text("question") is not null);
        Assessment = Last.Select(said => said.Find("assessment")).LastOrDefault(a => a is not null) ?? Assessment;
    }
}
