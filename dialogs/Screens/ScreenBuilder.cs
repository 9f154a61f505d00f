using SpasmBot.Clinical;
using SpasmBot.Contracts;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Language;

namespace SpasmBot.Dialogs.Screens;

/// <summary>Turns questions, of the protocol and of the bot, into screens.</summary>
public sealed class ScreenBuilder(BotParts parts)
{
    private Messages Texts => parts.Words.Messages;

    /// <summary>A question of the protocol with the options that are still open.</summary>
    public Screen FromProtocol(Question question, IReadOnlyList<QuestionOption> options, string? forWhom)
    {
        string Fill(string text) => parts.Words.Fill(text, forWhom);
        return new()
        {
            Asked = AskedQuestion.From(question, options.Select(option => option with { Title = Fill(option.Title) })),
            Label = question.Label,
            Prompt = Fill(question.Text),
            Hint = question.Hint is { } hint ? Fill(hint) : null,
            Figure = question.Figure,
            Why = Fill(question.Why),
            Retry = Fill(question.Retry),
            Options =
            [
                .. options.Select(option => new OptionData(option.Finding, Fill(option.Title))
                {
                    Hint = option.Hint is { } text ? Fill(text) : null,
                    Group = option.Group,
                }),
            ],
            SettlesFindings = true,
            ConfirmsUnsure = question.ConfirmsUnsure,
        };
    }

    /// <summary>The precise yes, no or not sure question about one finding.</summary>
    public Screen Precise(FindingDefinition finding, string? forWhom)
    {
        var text = finding.Ask ?? parts.Words.Fill(Texts.PreciseAsk, forWhom, ("finding", finding.Label));
        return new()
        {
            Asked = new()
            {
                Id = BotQuestionIds.PrecisePrefix + finding.Id,
                Kind = AnswerKind.YesNo,
                Options = [new(finding.Id, finding.Label)],
                AllowsUnsure = true,
                AllowsNone = true,
            },
            Label = finding.Label,
            Prompt = parts.Words.Fill(text, forWhom),
            Why = parts.Words.Fill(finding.Why ?? Texts.PreciseWhy, forWhom),
            Retry = parts.Words.Fill(Texts.PreciseRetry, forWhom),
            Options = [new(finding.Id, finding.Label)],
            SettlesFindings = true,
        };
    }

    /// <summary>The signs that could turn an emergency into an ambulance.</summary>
    public Screen More(IReadOnlyList<FindingDefinition> signs, string? forWhom) =>
        new()
        {
            Asked = new()
            {
                Id = BotQuestionIds.EmergencyMore,
                Kind = AnswerKind.Multi,
                Options = [.. signs.Select(sign => new AskedOption(sign.Id, sign.Label))],
                AllowsNone = true,
                AllowsUnsure = true,
            },
            Label = Texts.EmergencyMoreLabel,
            Prompt = parts.Words.Fill(Texts.EmergencyMore, forWhom),
            Why = parts.Words.Fill(Texts.EmergencyMoreWhy, forWhom),
            Retry = parts.Words.Fill(Texts.EmergencyMoreRetry, forWhom),
            Options = [.. signs.Select(sign => new OptionData(sign.Id, sign.Label))],
            SettlesFindings = true,
            ConfirmsUnsure = true,
        };

    /// <summary>One of the bot's own questions.</summary>
    /// <param name="options">Which options, in which order; null: those of the file.</param>
    public Screen FromBot(string id, string? forWhom, IReadOnlyList<BotOption>? options = null)
    {
        var question = parts.Words.Questions[id];
        options ??= question.Options;
        string Fill(string text) =>
            parts.Words.Fill(text, forWhom, ("clinic", parts.Clinic.Name), ("topic", parts.Topic));
        return new()
        {
            Asked = new()
            {
                Id = id,
                Kind = question.Kind,
                Options = [.. options.Select(o => new AskedOption(o.Id, Fill(o.Title)) { Synonyms = o.Synonyms })],
                Min = question.Min,
                Max = question.Max,
                Unit = question.Unit,
                Sets = question.Sets,
                AllowsSkip = question.IsOptional,
                AllowsUnsure = question.AllowsUnsure,
                AllowsNone = question.Kind is AnswerKind.YesNo,
            },
            Label = question.Label,
            Prompt = Fill(question.Text),
            Hint = question.Hint is { } hint ? Fill(hint) : null,
            Why = Fill(question.Why),
            Retry = Fill(question.Retry),
            Options = [.. options.Select(o => new OptionData(o.Id, Fill(o.Title)) { Group = o.Group })],
            Fields =
            [
                .. question.Fields.Select(field => new FieldData(field.Id, field.Label, field.Type, field.IsRequired)
                {
                    Autocomplete = field.Autocomplete,
                }),
            ],
            IsPartOfCheck = CheckQuestions.Contains(id),
        };
    }

    private static readonly HashSet<string> CheckQuestions = new(StringComparer.Ordinal)
    {
        BotQuestionIds.ForWhom,
        BotQuestionIds.Age,
        BotQuestionIds.Guardian,
        BotQuestionIds.Consent,
        BotQuestionIds.OwnWords,
        BotQuestionIds.OwnWordsConfirm,
    };
}
