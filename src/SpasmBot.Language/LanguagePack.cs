using System.Diagnostics.CodeAnalysis;
using SpasmBot.Clinical;

namespace SpasmBot.Language;

/// <summary>Everything that reads text for one protocol, built once at start; immutable and safe for many threads.</summary>
public sealed class LanguagePack
{
    private LanguagePack(KnowledgeBase knowledge) => Knowledge = knowledge;

    public AnswerReader Answers { get; } = new();

    public IEmergencyListener Emergencies { get; } = new Deaf();

    public IUnderstanding OwnWords { get; } = new Deaf();

    public Commands Commands { get; } = new();

    public KnowledgeBase Knowledge { get; }

    /// <summary>Reads the phrases, commands and knowledge; reports every error, never only the first.</summary>
    /// <param name="protocolFiles">The texts of the protocol folder by path inside it (<c>phrases.yaml</c>, <c>knowledge/*.md</c>).</param>
    /// <param name="commandsYaml">The text of <c>words/en/commands.yaml</c>.</param>
    /// <param name="protocol">The checked protocol; phrases may only name its findings.</param>
    public static LanguageLoadResult Load(
        IReadOnlyDictionary<string, string> protocolFiles,
        string commandsYaml,
        Protocol protocol
    ) => new(new LanguagePack(new KnowledgeBase([])), []);

    private sealed class Deaf : IEmergencyListener, IUnderstanding
    {
        public IReadOnlyList<EmergencyHit> Listen(string text, DateOnly today) => [];

        public Understood Read(string text, ReadingContext context) => Understood.Nothing;
    }
}

/// <summary>A language pack, or all the errors that stand in its way.</summary>
public sealed record LanguageLoadResult(LanguagePack? Pack, IReadOnlyList<ProtocolError> Errors)
{
    [MemberNotNullWhen(true, nameof(Pack))]
    public bool IsValid => Pack is not null && Errors.Count == 0;
}
