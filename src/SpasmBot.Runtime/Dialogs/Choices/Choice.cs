using SpasmBot.Runtime.Schema;

namespace SpasmBot.Runtime.Dialogs.Choices;

/// <summary>One thing that can be chosen.</summary>
public class Choice
{
    public Choice(string value = null) => Value = value;

    /// <summary>What is shown and what the answer is.</summary>
    public string Value { get; set; }

    /// <summary>The button, if it is to be another than one that sends <see cref="Value"/>.</summary>
    public CardAction Action { get; set; }

    /// <summary>Other words for it.</summary>
    public List<string> Synonyms { get; set; }
}

/// <summary>The choice that was understood.</summary>
public class FoundChoice
{
    /// <summary>The value of the choice.</summary>
    public string Value { get; set; }

    /// <summary>Its place in the list, from 0.</summary>
    public int Index { get; set; }

    /// <summary>How well the words fit, up to 1.</summary>
    public float Score { get; set; }

    /// <summary>The words that were found: the value or one of the synonyms.</summary>
    public string Synonym { get; set; }
}

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As the channel does it best.</summary>
    Auto,

    /// <summary>In the sentence.</summary>
    Inline,

    /// <summary>As a numbered list.</summary>
    List,

    /// <summary>As buttons that go away.</summary>
    SuggestedAction,

    /// <summary>As a card with buttons.</summary>
    HeroCard,
}
