using SpasmBot.Contracts;
using SpasmBot.TestKit;

namespace SpasmBot.Dialogs.Tests.Safety;

/// <summary>The shipped files with one control of the hazard log taken out.</summary>
/// <param name="File">The file of the protocol in which the control stands.</param>
/// <param name="Found">What stands there, word by word.</param>
/// <param name="Instead">What stands there when the control is off.</param>
public sealed record ControlOff(string File, string Found, string Instead)
{
    /// <summary>A bot that runs without the control.</summary>
    /// <exception cref="InvalidOperationException">The control is not where it is said to be.</exception>
    public Func<TimeProvider, BotParts> Parts()
    {
        var files = Repository
            .ReadFolder("dialogs", "protocols", "upper-back-spasm")
            .ToDictionary(StringComparer.Ordinal);
        if (!files[File].Contains(Found, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{File} does not hold: {Found}");
        }

        files[File] = files[File].Replace(Found, Instead, StringComparison.Ordinal);
        // A weakened rule would stop the start; here it is to be seen in the conversation.
        files.Remove("expectations.yaml");
        var (protocol, language, words) = Shipped.Load(files, Repository.ReadFolder("dialogs", "words", "en"));
        return time => new(protocol, language, words, new ClinicProfile(), time, new CountedReferences());
    }
}
