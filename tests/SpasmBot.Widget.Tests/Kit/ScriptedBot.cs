using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SpasmBot.Contracts;

namespace SpasmBot.Widget.Tests.Kit;

/// <summary>One message of the bot.</summary>
public sealed record Said(string Text, SpasmBotData? Data = null)
{
    /// <summary>A question with its prompt as the text.</summary>
    public static Said Question(SpasmBotData question) => new(question.Prompt!, question);
}

/// <summary>A bot that says what a test tells it to, and a line to it that fails when a test wants it to.</summary>
public sealed class ScriptedBot
{
    /// <summary>What begins every conversation.</summary>
    public IReadOnlyList<Said> Greeting { get; init; } = [new("Hello. I am a bot."), Said.Question(Questions.Menu)];

    /// <summary>The replies to a person's activity.</summary>
    public Func<JsonObject, IEnumerable<Said>> Reply { get; init; } = _ => [];

    /// <summary>Every activity that was posted, also those that were made to fail.</summary>
    public ConcurrentQueue<JsonObject> Posts { get; } = new();

    public ConcurrentDictionary<string, ScriptedConversation> Conversations { get; } = new(StringComparer.Ordinal);

    private int _started;

    /// <summary>The number of a conversation that starts; none is given twice.</summary>
    public int NextNumber() => Interlocked.Increment(ref _started);

    /// <summary>How many of the next posts fail with 502.</summary>
    public int PostsToFail { get; set; }

    /// <summary>Posts that fail do so with 503 and this sentence.</summary>
    public string? NotSaved { get; set; }

    public bool RefusesSockets { get; set; }

    /// <summary>Only tokens given by a resume key are good.</summary>
    public bool TokensAreDead { get; set; }

    public bool ResumeKeysAreDead { get; set; }

    /// <summary>Nothing of Direct Line answers.</summary>
    public bool IsDown { get; set; }

    /// <summary>What the last post carried in <c>value</c>.</summary>
    public JsonNode? LastValue => Posts.Last()["value"];
}

/// <summary>The questions that tests ask.</summary>
public static class Questions
{
    public static SpasmBotData Menu { get; } =
        new()
        {
            Question = "menu",
            Kind = "choice",
            Prompt = "What can we do for you?",
            Options = [new("check", "Check my symptoms"), new("person", "Talk to reception")],
        };

    public static SpasmBotData Signs { get; } =
        new()
        {
            Question = "emergency-signs.1",
            Kind = "multi",
            Prompt = "Do you have any of these?",
            Why = "These signs need help at once.",
            Step = 3,
            Of = 12,
            None = true,
            Unsure = true,
            Optional = false,
            Options =
            [
                new("chest-pressure", "Pressure in the chest") { Hint = "Not only on moving" },
                new("collapse", "Fainting"),
                new("leg-weakness", "Weak legs"),
            ],
        };

    public static SpasmBotData Where { get; } =
        new()
        {
            Question = "where",
            Kind = "body",
            Prompt = "Where does it hurt?",
            Optional = true,
            Options = [new("at-neck", "Neck") { Group = "Top" }, new("at-mid-back", "Middle") { Group = "Back" }],
        };

    public static SpasmBotData Body { get; } =
        Where with
        {
            None = true,
            Findings = ["at-shoulder-blade", "at-mid-back", "at-chest-front", "side-left", "side-right", "side-both"],
            Options =
            [
                new("at-shoulder-blade", "Shoulder blade"),
                new("at-mid-back", "Middle of the spine"),
                new("at-chest-front", "Front of the chest"),
            ],
        };

    public static SpasmBotData Twist { get; } =
        new()
        {
            Question = "self-test.twist",
            Kind = "yesno",
            Figure = "seated-twist",
            Prompt = "Turn round. Is one side stiffer?",
            Unsure = true,
            Optional = true,
            Options = [new("twist-restricted", "Stiffer on one side")],
        };

    public static SpasmBotData Breathing { get; } =
        new()
        {
            Question = "pain-on-breathing",
            Kind = "yesno",
            Prompt = "Does it hurt to breathe in?",
            None = true,
            Unsure = true,
            Optional = true,
            Options = [new("pain-on-breathing", "Pain on breathing")],
        };

    public static SpasmBotData Age { get; } =
        new()
        {
            Question = "age",
            Kind = "number",
            Prompt = "How old are you?",
            Min = 0,
            Max = 120,
            Unit = "years",
            Step = 2,
            Of = 12,
        };

    public static SpasmBotData Severity { get; } =
        new()
        {
            Question = "pain.severity",
            Kind = "number",
            Prompt = "How bad was it?",
            Min = 0,
            Max = 10,
        };

    public static SpasmBotData OwnWords { get; } =
        new()
        {
            Question = "own-words",
            Kind = "text",
            Prompt = "What is wrong?",
            Optional = true,
        };

    public static SpasmBotData Contact { get; } =
        new()
        {
            Question = "person.contact",
            Kind = "contact",
            Prompt = "How can we reach you?",
            Optional = true,
            Fields =
            [
                new("name", "Your name", "text", Required: true) { Autocomplete = "name" },
                new("phone", "Phone", "tel", Required: false) { Autocomplete = "tel", Hint = "With the area code" },
            ],
        };

    public static SpasmBotData Summary { get; } =
        new()
        {
            Question = "summary",
            Kind = "choice",
            Prompt = "Is this right?",
            Options = [new("continue", "Yes, continue")],
            Summary = [new("age", "Age", "34 years"), new("where", "Where", "Neck")],
        };

    public static SpasmBotData Next { get; } =
        new()
        {
            Question = "next",
            Kind = "choice",
            Prompt = "What now?",
            Options = [new("book", "Book a visit"), new("copy", "Keep a copy")],
        };

    public static SpasmBotData Answer { get; } =
        new()
        {
            Answer = new(
                "physio",
                "Book a physiotherapy assessment",
                [
                    new("when", "When", [new("Book within 7 days.")]),
                    new(
                        "why",
                        "Why",
                        [
                            new("It came back.") { Because = "You told us: again", Source = "The article" },
                            new("It is strong.") { Because = "You told us: 6 out of 10", Source = "A guide" },
                        ]
                    )
                    {
                        Shown = 1,
                    },
                    new("do", "What to do", [new("Keep moving gently.")]),
                    new("phases", "The phases", [new("1. Control the pain")]) { Shown = 0 },
                ]
            ),
        };

    public static SpasmBotData Ambulance { get; } =
        new()
        {
            Emergency = new()
            {
                Level = "ambulance",
                Title = "Call an ambulance now",
                Phones = [new("Ambulance", "10177"), new("From a mobile", "112")],
                WhileWaiting = ["Sit down and rest."],
                Mistake = true,
            },
            Answer = new(
                "ambulance",
                "Call an ambulance now",
                [new("why", "Why", [new("It can be the heart.") { Source = "A guide" }])]
            ),
        };

    public static SpasmBotData Crisis { get; } =
        new()
        {
            Emergency = new()
            {
                Level = "crisis",
                Title = "Talk to someone now",
                Phones = [new("Crisis line", "0800 567 567")],
                WhileWaiting = ["Go to somebody you trust."],
                QuickExit = true,
            },
        };
}
