using System.Text.Json.Nodes;
using SpasmBot.Channels.Cards;
using SpasmBot.Channels.Inbound;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.Tests.Cards;

public class AdaptiveCardRendererTests
{
    private static readonly AdaptiveCardRenderer Renderer = new(
        new CardWords
        {
            Send = "Send",
            None = "None of these",
            Unsure = "Not sure",
            Skip = "Skip",
            Mistake = "By mistake",
        }
    );

    private static readonly SpasmBotData Ticks = new()
    {
        Question = "emergency-signs.1",
        Kind = "multi",
        Prompt = "Any of these?",
        Hint = "Only new ones",
        None = true,
        Unsure = true,
        Optional = false,
        Options = [new("chest-pressure", "Chest pressure") { Hint = "now" }, new("collapse", "Fainted")],
        Selected = ["collapse"],
    };

    [Fact]
    public void Render_Ticks_IsOneListWhoseSubmitNamesTheQuestion()
    {
        var card = Card(Ticks);

        Assert.Equal("1.5", Text(card, "version"));
        var list = Assert.Single(Inputs(card));
        Assert.Equal("selected", Text(list, "id"));
        Assert.True(list["isMultiSelect"]!.GetValue<bool>());
        Assert.Equal("Any of these? (Only new ones)", Text(list, "label"));
        Assert.Equal("collapse", Text(list, "value"));
        Assert.Equal(
            [("Chest pressure (now)", "chest-pressure"), ("Fainted", "collapse")],
            list["choices"]!.AsArray().Select(c => (Text(c!, "title"), Text(c!, "value")))
        );
        Assert.Equal(["Send", "None of these", "Not sure"], Actions(card).Select(a => Text(a, "title")));
    }

    [Fact]
    public void Render_Ticks_WhatIsSubmitted_IsReadBackAsAnAnswer()
    {
        var send = Actions(Card(Ticks))[0];
        var none = Actions(Card(Ticks))[1];

        Assert.Equal(
            """{"question":"emergency-signs.1","selected":["chest-pressure","collapse"]}""",
            Submitted(send, ("selected", "chest-pressure,collapse"))
        );
        Assert.Equal("""{"question":"emergency-signs.1","none":true}""", Submitted(none));
        Assert.Equal("none", Text(none, "associatedInputs"));
    }

    [Fact]
    public void Render_GroupedOptions_AreListsUnderTheirHeadings_SentAsOne()
    {
        var data = Ticks with
        {
            Kind = "slot",
            Options = [new("monday", "Monday") { Group = "Day" }, new("early", "Early") { Group = "Time" }],
        };

        var lists = Inputs(Card(data));

        Assert.Equal(["Day", "Time"], lists.Select(l => Text(l, "label")));
        Assert.Equal(
            """{"question":"emergency-signs.1","selected":["monday","early"]}""",
            Submitted(Actions(Card(data))[0], (Text(lists[0], "id"), "monday"), (Text(lists[1], "id"), "early"))
        );
    }

    [Fact]
    public void Render_Body_ListsItsRegions()
    {
        Assert.Equal(2, Inputs(Card(Ticks with { Kind = "body" }))[0]["choices"]!.AsArray().Count);
    }

    [Fact]
    public void Render_Number_IsSentAsANumber()
    {
        var data = new SpasmBotData
        {
            Question = "pain.severity",
            Kind = "number",
            Prompt = "How bad?",
            Min = 0,
            Max = 10,
            Optional = true,
        };

        var input = Assert.Single(Inputs(Card(data)));
        Assert.Equal("Input.Number", Text(input, "type"));
        Assert.Equal((0d, 10d), (input["min"]!.GetValue<double>(), input["max"]!.GetValue<double>()));
        Assert.Equal(["Send", "Skip"], Actions(Card(data)).Select(a => Text(a, "title")));
        Assert.Equal("""{"question":"pain.severity","value":7}""", Submitted(Actions(Card(data))[0], ("value", "7")));
    }

    [Fact]
    public void Render_Contact_SendsItsFieldsTogether()
    {
        var data = new SpasmBotData
        {
            Question = "person.contact",
            Kind = "contact",
            Prompt = "How can we reach you?",
            Fields =
            [
                new("name", "Name", "text", true) { Value = "Thandi" },
                new("phone", "Phone", "tel", false) { Hint = "with area code" },
            ],
        };

        var inputs = Inputs(Card(data));
        Assert.Equal(["Name", "Phone (with area code)"], inputs.Select(i => Text(i, "label")));
        Assert.Equal(["Text", "Tel"], inputs.Select(i => Text(i, "style")));
        Assert.Equal("Thandi", Text(inputs[0], "value"));
        Assert.Equal(
            """{"question":"person.contact","value":{"name":"Thandi","phone":"021"}}""",
            Submitted(Actions(Card(data))[0], (Text(inputs[0], "id"), "Thandi"), (Text(inputs[1], "id"), "021"))
        );
    }

    [Theory]
    [InlineData("choice")]
    [InlineData("yesno")]
    [InlineData("text")]
    [InlineData("something new")]
    public void Render_WhatButtonsOrWordsAnswer_NeedsNoCard(string kind)
    {
        Assert.Null(Renderer.Render(Ticks with { Kind = kind }));
    }

    [Fact]
    public void Render_NothingToShow_IsNoCard()
    {
        Assert.Null(Renderer.Render(new SpasmBotData()));
        Assert.Null(Renderer.Render(Ticks with { Options = null }));
    }

    [Fact]
    public void Render_Answer_IsItsSectionsInOrder_WithReasonsAndSources()
    {
        var card = Card(
            new SpasmBotData
            {
                Answer = new AnswerData(
                    "physio",
                    "Book a visit",
                    [
                        new("when", "When", [new("In a week.")]),
                        new(
                            "why",
                            "Why",
                            [new("It came back.") { Because = "(You told us: again.)", Source = "article" }]
                        ),
                    ]
                ),
            }
        );

        Assert.Equal(
            ["Book a visit", "When", "• In a week.", "Why", "• It came back.", "(You told us: again.)", "article"],
            Words(card)
        );
    }

    [Fact]
    public void Render_Emergency_HasTheBannerFirstAndEveryNumberToTap()
    {
        var card = Card(
            new SpasmBotData
            {
                Emergency = new EmergencyData
                {
                    Level = "ambulance",
                    Title = "Call an ambulance now",
                    Phones = [new("Ambulance", "10177"), new("Desk", "021 555-0100")],
                    WhileWaiting = ["Sit down."],
                    Mistake = true,
                },
                Answer = new AnswerData(
                    "ambulance",
                    "Call an ambulance now",
                    [new("while-waiting", "While you wait", [new("Sit down.")]), new("why", "Why", [new("Chest.")])]
                ),
            }
        );

        Assert.Equal("attention", Text(card["body"]![0]!, "style"));
        Assert.Equal(["Call an ambulance now", "• Sit down.", "Why", "• Chest."], Words(card));
        var actions = Actions(card);
        Assert.Equal(["tel:10177", "tel:0215550100"], actions.Take(2).Select(a => Text(a, "url")));
        Assert.Equal("""{"command":"mistake"}""", Submitted(actions[2]));
    }

    [Fact]
    public void Render_WordsThatLookLikeMarkdown_AreInNoElementThatReadsMarkdown()
    {
        const string Picture = "![x](https://evil.example/x.png)";
        var card = Card(new SpasmBotData { Answer = new AnswerData("physio", "T", [new("why", "W", [new(Picture)])]) });

        Assert.Contains("• " + Picture, Words(card));
        Assert.DoesNotContain(All(card), e => Text(e, "type") is "TextBlock" or "FactSet");
    }

    private static JsonObject Card(SpasmBotData data)
    {
        var attachment = Renderer.Render(data)!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", Text(attachment, "contentType"));
        return attachment["content"]!.AsObject();
    }

    // What a client posts: the action's data with the inputs beside it, and what the dialogs get of that.
    private static string Submitted(JsonNode action, params (string Id, string Value)[] inputs)
    {
        var value = action["data"]!.DeepClone().AsObject();
        foreach (var (id, input) in inputs)
            value[id] = input;
        return SubmittedValue.From(value)!.ToJsonString();
    }

    private static List<JsonNode> Inputs(JsonObject card) =>
        [.. All(card).Where(e => Text(e, "type").StartsWith("Input.", StringComparison.Ordinal))];

    private static List<JsonNode> Actions(JsonObject card) =>
        [.. All(card).Where(e => Text(e, "type").StartsWith("Action.", StringComparison.Ordinal))];

    private static IEnumerable<string> Words(JsonObject card) =>
        All(card).Where(e => Text(e, "type") == "TextRun").Select(e => Text(e, "text"));

    private static IEnumerable<JsonNode> All(JsonNode? node) =>
        node switch
        {
            JsonObject o => (o["type"] is null ? [] : new[] { o }).Concat(o.SelectMany(p => All(p.Value))),
            JsonArray a => a.SelectMany(All),
            _ => [],
        };

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
