namespace SpasmBot.Clinical.Loading;

/// <summary>Collects what is wrong in the files; nothing stops at the first error.</summary>
internal sealed class ProtocolErrors
{
    private readonly List<ProtocolError> _errors = [];

    public bool Any => _errors.Count > 0;

    public void Add(string file, int line, string message) => _errors.Add(new ProtocolError(file, line, message));

    /// <summary>By file and line, each once.</summary>
    public IReadOnlyList<ProtocolError> Sorted() =>
        [
            .. _errors
                .Distinct()
                .OrderBy(error => error.File, StringComparer.Ordinal)
                .ThenBy(error => error.Line)
                .ThenBy(error => error.Message, StringComparer.Ordinal),
        ];
}
