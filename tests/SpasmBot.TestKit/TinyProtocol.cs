using SpasmBot.Contracts;
using SpasmBot.Dialogs;

namespace SpasmBot.TestKit;

/// <summary>A second, tiny protocol: whatever works with it does not know what an upper back is.</summary>
public static class TinyProtocol
{
    private static readonly string[] Path = ["tests", "SpasmBot.Dialogs.Tests", "TinyProtocol"];

    /// <summary>Its folder.</summary>
    public static string Folder => Repository.PathOf(Path);

    /// <summary>A bot of the default clinic over it, with the words as they are shipped.</summary>
    public static BotParts Parts(TimeProvider time)
    {
        var (protocol, language, words) = Shipped.Load(
            Repository.ReadFolder(Path),
            Repository.ReadFolder("dialogs", "words", "en")
        );
        return new(protocol, language, words, new ClinicProfile(), time, new CountedReferences());
    }
}
