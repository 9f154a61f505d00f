using System.Diagnostics.CodeAnalysis;

namespace SpasmBot.Clinical;

/// <summary>Reads the texts of a protocol folder into a checked <see cref="Protocol"/>.</summary>
public static class ProtocolLoader
{
    /// <summary>Parses and checks every file; never stops at the first error.</summary>
    /// <param name="files">The texts by path inside the folder, for example <c>rules.yaml</c>.</param>
    public static ProtocolLoadResult Load(IReadOnlyDictionary<string, string> files) =>
        new(Protocol: null, [.. files.Keys.Select(f => new ProtocolError(f, 1, "not loaded"))]);
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
