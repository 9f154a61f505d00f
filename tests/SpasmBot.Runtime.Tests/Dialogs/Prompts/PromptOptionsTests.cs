using SpasmBot.Runtime.Dialogs;
using SpasmBot.Runtime.Dialogs.Choices;

namespace SpasmBot.Runtime.Tests.Dialogs.Prompts;

/// <summary>What a prompt remembers between turns, whatever of it was looked at.</summary>
public sealed class PromptOptionsTests
{
    private static readonly PromptOptions Asked = new()
    {
        Prompt = MessageFactory.Text("Which?"),
        RetryPrompt = MessageFactory.Text("Which, please?"),
        Choices = [new Choice("red") { Synonyms = ["crimson"] }, new Choice("blue")],
        Style = ListStyle.List,
        Validations = 7,
    };

    private static PromptOptions Stored(object options) =>
        RuntimeJson.ConvertTo<PromptOptions>(
            ((IDictionary<string, object>)RuntimeJson.DeserializeItem(Json("options", options)))["options"]
        );

    private static ReadOnlyMemory<byte> Json(string key, object value) =>
        RuntimeJson.SerializeItem(new Dictionary<string, object>(StringComparer.Ordinal) { [key] = value });

    [Fact]
    public void Stored_EveryProperty_ComesBack()
    {
        var stored = Stored(Asked);
        Assert.Equal("Which?", stored.Prompt.Text);
        Assert.Equal("Which, please?", stored.RetryPrompt.Text);
        Assert.Equal(["red", "blue"], stored.Choices.Select(choice => choice.Value));
        Assert.Equal(["crimson"], stored.Choices[0].Synonyms);
        Assert.Equal(ListStyle.List, stored.Style);
        Assert.Equal(7, RuntimeJson.ConvertTo<int>(stored.Validations));
    }

    [Fact]
    public void Stored_NotLookedAt_IsStoredAgainAsItWas() =>
        Assert.Equal(Json("o", Asked).ToArray(), Json("o", Stored(Asked)).ToArray());

    [Fact]
    public void Stored_Nothing_ComesBackAsNothing()
    {
        var stored = Stored(new PromptOptions());
        Assert.Null(stored.Prompt);
        Assert.Null(stored.RetryPrompt);
        Assert.Null(stored.Choices);
        Assert.Null(stored.Style);
        Assert.Null(stored.Validations);
    }

    [Fact]
    public void Stored_ThenChanged_KeepsTheChange()
    {
        var stored = Stored(Asked);
        stored.Prompt = null;
        Assert.Null(stored.Prompt);
        Assert.Equal("Which, please?", stored.RetryPrompt.Text);
    }

    [Fact]
    public void Stored_AClassOfItsOwn_KeepsItsProperties() =>
        Assert.Equal("more", Assert.IsType<OptionsOfMyOwn>(Stored(new OptionsOfMyOwn { Own = "more" })).Own);

    public sealed class OptionsOfMyOwn : PromptOptions
    {
        public string Own { get; set; } = "";
    }
}
