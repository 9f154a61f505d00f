using System.Security.Cryptography;
using System.Text;
using SpasmBot.Contracts;

namespace SpasmBot.Host.Conversations;

/// <summary>What a line of the log says of its conversation: the clinic, and enough to tell conversations apart.</summary>
internal static class ConversationScope
{
    private const int BytesShown = 6;

    /// <summary>The conversation's own id stays out of the log: on some channels it leads to the person.</summary>
    public static IReadOnlyDictionary<string, object> Of(ConversationKey key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key.GrainKey));
        return new Dictionary<string, object>(2, StringComparer.Ordinal)
        {
            ["Clinic"] = key.Clinic.Value,
            ["Conversation"] = Convert.ToHexStringLower(hash.AsSpan(0, BytesShown)),
        };
    }
}
