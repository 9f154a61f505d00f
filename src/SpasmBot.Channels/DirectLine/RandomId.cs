using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Ids and keys nobody can guess, safe in a URL.</summary>
internal static class RandomId
{
    public static string Conversation() => Of(16);

    /// <summary>The prefix tells clients that the server vouches for the id.</summary>
    public static string User() => "dl_" + Of(16);

    public static string Activity() => Of(16);

    public static string ResumeKey() => Of(32);

    /// <summary>What is stored of a resume key. It is random, so a plain hash is as good as a slow one.</summary>
    public static string Hash(string resumeKey) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(resumeKey)));

    private static string Of(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
