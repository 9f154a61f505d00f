using System.Security.Cryptography;
using SpasmBot.Dialogs;

namespace SpasmBot.Host.Conversations;

/// <summary>References of six letters and digits that cannot be mistaken for each other on the phone, like <c>K7M4QX</c>.</summary>
internal sealed class RandomReferences : IBookingReferences
{
    private const string Alphabet = "ABCDEFGHJKMNPQRTUVWXYZ2346789";
    private const int Length = 6;

    public string Next() => RandomNumberGenerator.GetString(Alphabet, Length);
}
