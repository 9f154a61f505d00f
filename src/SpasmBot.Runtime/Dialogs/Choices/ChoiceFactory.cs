using System.Globalization;
using System.Text;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Runtime.Dialogs.Choices;

/// <summary>How choices are written into a sentence or list. What is not set has its English default.</summary>
public class ChoiceFactoryOptions
{
    public ChoiceFactoryOptions() { }

    public ChoiceFactoryOptions(
        string inlineSeparator = null,
        string inlineOr = null,
        string inlineOrMore = null,
        bool? includeNumbers = null
    )
    {
        InlineSeparator = inlineSeparator;
        InlineOr = inlineOr;
        InlineOrMore = inlineOrMore;
        IncludeNumbers = includeNumbers;
    }

    /// <summary>Between choices.</summary>
    public string InlineSeparator { get; set; }

    /// <summary>Between two choices, if there are just two.</summary>
    public string InlineOr { get; set; }

    /// <summary>Before the last of more than two.</summary>
    public string InlineOrMore { get; set; }

    /// <summary>Whether choices have numbers; they do unless this is false.</summary>
    public bool? IncludeNumbers { get; set; }
}

/// <summary>Makes messages that offer choices.</summary>
public static class ChoiceFactory
{
    /// <summary>
    /// The form that the channel shows best: buttons if it has them and the titles fit (20 characters), else three or
    /// fewer choices in the sentence, else a list.
    /// </summary>
    public static IMessageActivity ForChannel(
        string channelId,
        IList<Choice> list,
        string text = null,
        string speak = null,
        ChoiceFactoryOptions options = null,
        string conversationType = null,
        IList<string> toList = null
    )
    {
        list ??= [];
        var longest = list.Select(choice => TitleOf(choice)?.Length ?? 0).DefaultIfEmpty().Max();
        if (longest > Channel.MaxActionTitleLength(channelId))
        {
            return List(list, text, speak, options);
        }

        if (Channel.SupportsSuggestedActions(channelId, list.Count, conversationType))
        {
            return SuggestedAction(list, text, speak, toList);
        }

        if (Channel.SupportsCardActions(channelId, list.Count))
        {
            return HeroCard(list, text, speak);
        }

        return list.Count <= 3 ? Inline(list, text, speak, options) : List(list, text, speak, options);
    }

    /// <summary>"text (1) one, (2) two, or (3) three".</summary>
    public static Activity Inline(
        IList<Choice> choices,
        string text = null,
        string speak = null,
        ChoiceFactoryOptions options = null
    )
    {
        var or = choices is { Count: 2 } ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ";
        var sentence = new StringBuilder(text).Append(' ');
        for (var i = 0; i < choices?.Count; i++)
        {
            if (i > 0)
            {
                sentence.Append(i == choices.Count - 1 ? or : options?.InlineSeparator ?? ", ");
            }

            if (options?.IncludeNumbers is not false)
            {
                sentence.Append(CultureInfo.InvariantCulture, $"({i + 1}) ");
            }

            sentence.Append(TitleOf(choices[i]));
        }

        return MessageFactory.Text(sentence.ToString(), speak, InputHints.ExpectingInput);
    }

    public static Activity List(
        IList<string> choices,
        string text = null,
        string speak = null,
        ChoiceFactoryOptions options = null
    ) => List(ToChoices(choices), text, speak, options);

    /// <summary>The text and below it a choice a line, numbered or with a dash.</summary>
    public static Activity List(
        IList<Choice> choices,
        string text = null,
        string speak = null,
        ChoiceFactoryOptions options = null
    )
    {
        var numbered = options?.IncludeNumbers is not false;
        var lines = (choices ?? []).Select((choice, i) => $"   {(numbered ? $"{i + 1}." : "-")} {TitleOf(choice)}");
        return MessageFactory.Text($"{text}\n\n{string.Join('\n', lines)}", speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(
        IList<string> choices,
        string text = null,
        string speak = null,
        IList<string> toList = null
    ) => SuggestedAction(ToChoices(choices), text, speak, toList);

    /// <summary>The text with a button a choice, shown to <paramref name="toList"/> only if it is given.</summary>
    public static IMessageActivity SuggestedAction(
        IList<Choice> choices,
        string text = null,
        string speak = null,
        IList<string> toList = null
    )
    {
        var message = MessageFactory.SuggestedActions(ButtonsOf(choices), text, speak, InputHints.ExpectingInput);
        message.SuggestedActions.To = toList;
        return message;
    }

    /// <summary>A card with the text and a button a choice.</summary>
    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null)
    {
        var card = new HeroCard(text: text, buttons: ButtonsOf(choices));
        return MessageFactory.Attachment(card.ToAttachment(), text: null, speak, InputHints.ExpectingInput);
    }

    public static IList<Choice> ToChoices(IList<string> choices) =>
        [.. (choices ?? []).Select(choice => new Choice(choice))];

    private static string TitleOf(Choice choice) =>
        string.IsNullOrEmpty(choice.Action?.Title) ? choice.Value : choice.Action.Title;

    private static List<CardAction> ButtonsOf(IList<Choice> choices) =>
        [
            .. (choices ?? []).Select(choice =>
                choice.Action ?? new CardAction(ActionTypes.ImBack, title: choice.Value, value: choice.Value)
            ),
        ];
}
