using System.Diagnostics.CodeAnalysis;
using SpasmBot.Clinical.Expectations;
using SpasmBot.Clinical.Loading;

namespace SpasmBot.Clinical;

/// <summary>Reads the texts of a protocol folder into a checked <see cref="Protocol"/>.</summary>
public static class ProtocolLoader
{
    /// <summary>Parses and checks every file; never stops at the first error.</summary>
    /// <param name="files">
    /// The texts by path inside the folder: findings.yaml, rules.yaml, questions.yaml, advice.yaml and conditions.yaml
    /// must be there; phrases.yaml, expectations.yaml, history.yaml, case-mix.yaml, proofs.yaml and knowledge/*.md may be.
    /// </param>
    public static ProtocolLoadResult Load(IReadOnlyDictionary<string, string> files)
    {
        var errors = new ProtocolErrors();
        var folder = new ProtocolFolder(files, errors);
        var findings = FindingsFile.Read(folder.Open(FindingsFile.Name));
        var rules = RulesFile.Read(folder.Open(RulesFile.Name), findings);
        var (questions, told) = QuestionsFile.Read(folder.Open(QuestionsFile.Name), findings, rules.Names);
        var (advice, recovery) = AdviceFile.Read(folder.Open(AdviceFile.Name), rules.Names);
        var conditions = ConditionsFile.Read(folder.Open(ConditionsFile.Name), rules.Names, folder.KnowledgeSections);
        var expectations = ExpectationsFile.Read(folder.OpenOptional(ExpectationsFile.Name), findings, questions);
        var history = HistoryFile.Read(folder.OpenOptional(HistoryFile.Name), rules.Version);
        var proofs = ProofsFile.Read(folder.OpenOptional(ProofsFile.Name));
        if (errors.Any)
        {
            return new ProtocolLoadResult(Protocol: null, errors.Sorted());
        }
        var protocol = new Protocol
        {
            Name = rules.Name,
            Version = rules.Version,
            Findings = findings.Findings,
            Questions = questions,
            Told = told,
            Rules = rules.Rules,
            NotAnsweredRule = rules.NotAnswered,
            UnsureNote = rules.UnsureNote,
            Dispositions = rules.Dispositions,
            Advice = advice,
            Conditions = conditions,
            Recovery = recovery,
            Expectations = expectations,
            History = history,
            Proofs = proofs,
        };
        ExpectationCheck.Check(protocol, (line, message) => errors.Add(ExpectationsFile.Name, line, message));
        if (errors.Any)
        {
            return new ProtocolLoadResult(Protocol: null, errors.Sorted());
        }
        return new ProtocolLoadResult(protocol, []);
    }
}

/// <summary>A protocol, or all the errors that stand in its way.</summary>
public sealed record ProtocolLoadResult(Protocol? Protocol, IReadOnlyList<ProtocolError> Errors)
{
    [MemberNotNullWhen(true, nameof(Protocol))]
    public bool IsValid => Protocol is not null && Errors.Count == 0;
}

/// <summary>One thing that is wrong in a protocol file, said to a clinician.</summary>
public sealed record ProtocolError(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
