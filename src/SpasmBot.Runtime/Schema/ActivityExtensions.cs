namespace SpasmBot.Runtime.Schema;

/// <summary>What is often done with a message.</summary>
public static class ActivityExtensions
{
    /// <summary>Takes the words that address the bot out of the text, and returns what is left.</summary>
    public static string RemoveRecipientMention(this IMessageActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.RemoveMentionText(activity.Recipient?.Id);
    }

    /// <summary>Takes the words that mention that account out of the text, and returns what is left.</summary>
    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        ArgumentNullException.ThrowIfNull(activity);
        foreach (var mention in activity.GetMentions().Where(mention => mention.Mentioned?.Id == id))
        {
            // Teams may leave the words out of the entity; in the text they are always <at>name</at>.
            var words = mention.Text ?? $"<at>{mention.Mentioned.Name}</at>";
            activity.Text = activity.Text?.Replace(words, "", StringComparison.OrdinalIgnoreCase).Trim();
        }

        return activity.Text;
    }
}
