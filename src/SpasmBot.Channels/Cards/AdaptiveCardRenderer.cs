using System.Text.Json.Nodes;
using SpasmBot.Contracts;
using static SpasmBot.Channels.Cards.CardElements;

namespace SpasmBot.Channels.Cards;

/// <summary>Draws an activity's data as an Adaptive Card 1.5, the same for every channel.</summary>
public sealed class AdaptiveCardRenderer(CardWords words)
{
    private readonly QuestionCard _questions = new(words);

    /// <summary>
    /// The card as an attachment; null when the data needs none: nothing is shown, or one choice, for which an activity
    /// has suggested actions.
    /// </summary>
    public JsonObject? Render(SpasmBotData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Emergency is { } emergency)
            return Attachment([Banner(emergency), .. Sections(data.Answer, isBelowBanner: true)], emergency.Title);
        if (data.Answer is { } answer)
            return Attachment([Title(answer.Title), .. Sections(answer, isBelowBanner: false)], answer.Title);
        return _questions.Render(data);
    }

    private JsonObject Banner(EmergencyData emergency)
    {
        var actions = emergency.Phones.Select(phone =>
            OpenUrl($"{phone.Label}: {phone.Number}", "tel:" + Dialled(phone))
        );
        if (emergency.Mistake)
        {
            actions = actions.Append(Submit(words.Mistake, new JsonObject { ["command"] = BotCommands.Mistake }));
        }

        return Container(
            [Title(emergency.Title), Actions(actions), .. Bullets(emergency.WhileWaiting)],
            style: "attention"
        );
    }

    // What to do while waiting stands in the banner already.
    private static IEnumerable<JsonNode> Sections(AnswerData? answer, bool isBelowBanner) =>
        (answer?.Sections ?? [])
            .Where(section => !isBelowBanner || section.Id != "while-waiting")
            .Select(section => Container([Words(section.Heading, isBold: true), .. section.Items.SelectMany(Item)]));

    private static IEnumerable<JsonNode> Item(AnswerItem item)
    {
        yield return Words("• " + item.Text);
        foreach (var note in new[] { item.Because, item.Source }.OfType<string>())
            yield return Words(note, size: "Small", isSubtle: true);
    }

    private static string Dialled(PhoneData phone) =>
        string.Concat(phone.Number.Where(c => char.IsAsciiDigit(c) || c is '+' or '*' or '#'));
}
