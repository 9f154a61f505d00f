namespace SpasmBot.Dialogs.Tests.Kit;

/// <summary>How to come to each question of the check, with everything before it answered.</summary>
public static class Routes
{
    /// <summary>What has to be true for a question to be asked; the others are asked of everybody.</summary>
    private static readonly Dictionary<string, Patient> Needed = new(StringComparer.Ordinal)
    {
        ["guardian"] = new() { Age = 16 },
        ["own-words.confirm"] = new(),
        ["side"] = Patient.With("at-ribs"),
        ["emergency-signs.chest"] = Patient.With("at-chest-front"),
        ["onset.trauma"] = Patient.With("after-trauma"),
        ["health.risks"] = Patient.With("pain-on-breathing"),
        ["emergency-signs.more"] = Patient.With("breathless"),
        ["emergency-signs.sure.collapse"] = Patient.With("collapse?"),
        ["safety.after-assault"] = Patient.With("major-trauma"),
        ["emergency.contact"] = Patient.With("chest-pressure"),
    };

    /// <summary>Every question that a check can ask before its answer.</summary>
    public static IReadOnlyList<string> OfTheCheck { get; } =
    [
        "for-whom",
        "age",
        "guardian",
        "consent",
        "own-words",
        "own-words.confirm",
        "emergency-signs.1",
        "emergency-signs.sure.collapse",
        "emergency-signs.2",
        "emergency-signs.3",
        "where",
        "side",
        "emergency-signs.chest",
        "onset.when",
        "onset.trigger",
        "onset.trauma",
        "pain.severity",
        "pain.course",
        "pain.impact",
        "aggravating",
        "aggravating.change",
        "health.general",
        "symptoms.chest",
        "symptoms.arms",
        "symptoms.belly",
        "health.risks",
    ];

    /// <summary>Questions beside the check, and under an emergency that is no ambulance yet.</summary>
    public static IReadOnlyList<string> Others { get; } =
    [
        "menu",
        "ask",
        "person.contact",
        "booking.times",
        "booking.contact",
        "booking.consent",
        "summary",
        "next",
        "self-test.twist",
        "self-test.sidebend",
        "emergency-signs.more",
        "safety.after-assault",
    ];

    /// <summary>A chat in which this question is open.</summary>
    public static async Task<Chat> ToAsync(string question)
    {
        var chat = await Chat.StartAsync();
        switch (question)
        {
            case "menu":
                return chat;
            case "ask":
            case "person.contact":
                await chat.TickAsync(question.Split('.')[0]);
                return chat;
            case "booking.times":
            case "booking.contact":
            case "booking.consent":
                await BookAsync(chat, question);
                return chat;
            case "summary":
                await new Patient().GoToAsync(chat, "where");
                await chat.CommandAsync("change");
                return chat;
            case "next":
            case "self-test.twist":
            case "self-test.sidebend":
                await AfterTheAnswerAsync(chat, question);
                return chat;
            case "own-words.confirm":
                await new Patient().GoToAsync(chat, "own-words");
                await chat.SayAsync("My neck has been stiff since yesterday.");
                return chat;
            default:
                await ThroughTheCheckAsync(chat, question);
                return chat;
        }
    }

    private static Task ThroughTheCheckAsync(Chat chat, string question) =>
        question == "guardian" ? YoungAsync(chat)
        : question is "emergency.contact" ? UntilContactAsync(chat)
        : Needed.GetValueOrDefault(question, new Patient()).GoToAsync(chat, question);

    private static async Task YoungAsync(Chat chat)
    {
        await chat.TickAsync("check");
        await chat.TickAsync("me");
        await chat.NumberAsync(16);
    }

    private static async Task UntilContactAsync(Chat chat)
    {
        await Needed["emergency.contact"].GoToAsync(chat, "emergency-signs.1");
        await chat.TickAsync("chest-pressure");
    }

    private static async Task BookAsync(Chat chat, string question)
    {
        await chat.TickAsync("book");
        if (question != "booking.times")
        {
            await chat.TickAsync("monday");
        }

        if (question == "booking.consent")
        {
            await chat.FillInAsync(("name", "Thandi"), ("phone", "082 555 0100"));
        }
    }

    private static async Task AfterTheAnswerAsync(Chat chat, string question)
    {
        await Patient.With("at-between-blades").GoThroughAsync(chat);
        if (question != "next")
        {
            await chat.TickAsync("self-tests");
        }

        if (question == "self-test.sidebend")
        {
            await chat.NoAsync();
        }
    }
}
