using SpasmBot.Clinical;

namespace SpasmBot.Language;

/// <summary>Replies that stand for a plain answer, as far as the question takes them.</summary>
internal static class PlainReplies
{
    /// <summary>The reply that one of the forms of the words file stands for; null when none is one here.</summary>
    public static Reply? Form(IReadOnlyList<string> forms, AskedQuestion question) =>
        forms.Select(form => Form(form, question)).FirstOrDefault(reply => reply is not null);

    private static Reply? Form(string form, AskedQuestion question) =>
        form switch
        {
            "none" => None(question),
            "no" => question.AllowsNone ? new Reply.None() : null,
            "unsure" => Unsure(question, new Reply.AllUnsure()),
            "skip" => Skip(question),
            "all" => All(question),
            "both" => question.Options.Count == 2 ? All(question) : null,
            "yes" => question.Options is [var only] ? One(only) : null,
            _ => null,
        };

    /// <summary>The ticks as the kind of question takes them.</summary>
    public static Reply Ticks(SortedDictionary<string, Presence> found, string remainder, AskedQuestion question)
    {
        if (question.Kind == AnswerKind.Choice)
        {
            var ids = question.Options.Select(option => option.Id).ToHashSet(StringComparer.Ordinal);
            var chosen = found.Where(entry => entry.Value == Presence.Present && ids.Contains(entry.Key)).ToList();
            if (chosen.Count != 1)
            {
                return chosen.Count > 1 ? new Reply.NotUnderstood(NotUnderstoodReason.MoreThanOne)
                    : found.ContainsValue(Presence.Unsure) ? Unsure(question, new Reply.AllUnsure())
                    : new Reply.NotUnderstood(NotUnderstoodReason.NotAnOption);
            }
        }

        return new Reply.Ticks(found, remainder);
    }

    /// <summary>Every option, where several may be chosen.</summary>
    public static Reply All(AskedQuestion question) =>
        question.Kind == AnswerKind.Choice
            ? new Reply.NotUnderstood(NotUnderstoodReason.MoreThanOne)
            : new Reply.Ticks(
                new SortedDictionary<string, Presence>(
                    question.Options.ToDictionary(option => option.Id, _ => Presence.Present, StringComparer.Ordinal),
                    StringComparer.Ordinal
                ),
                ""
            );

    /// <summary>Only this option.</summary>
    public static Reply.Ticks One(AskedOption option) =>
        new(new SortedDictionary<string, Presence>(StringComparer.Ordinal) { [option.Id] = Presence.Present }, "");

    /// <summary>None of the options, where that is offered.</summary>
    public static Reply None(AskedQuestion question) =>
        question.AllowsNone ? new Reply.None() : new Reply.NotUnderstood(NotUnderstoodReason.NotOffered);

    /// <summary>This answer of doubt, where doubt is offered.</summary>
    public static Reply Unsure(AskedQuestion question, Reply answer) => question.AllowsUnsure ? answer : Skip(question);

    /// <summary>A skip, where the question may be skipped.</summary>
    public static Reply Skip(AskedQuestion question) =>
        question.AllowsSkip ? new Reply.Skip() : new Reply.NotUnderstood(NotUnderstoodReason.NotOffered);
}
