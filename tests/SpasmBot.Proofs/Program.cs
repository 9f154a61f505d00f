using SpasmBot.Clinical;
using SpasmBot.Proofs;

const string Usage = """
    dotnet run --project tests/SpasmBot.Proofs [FOLDER] [-- --write]

    Proves what must hold of a protocol for every possible person. --write keeps the result in the protocol's folder.
    """;

var isWriting = args.Contains("--write", StringComparer.Ordinal);
string[] operands = [.. args.Where(argument => argument != "--write")];
if (operands.Length > 1 || operands.Any(operand => operand.StartsWith('-')))
{
    Console.Error.WriteLine(Usage);
    return 2;
}

var folder = operands.Length == 1 ? operands[0] : "dialogs/protocols/upper-back-spasm";
if (!Directory.Exists(folder))
{
    Console.Error.WriteLine($"There is no folder {folder}.");
    return 2;
}

var loaded = ProtocolLoader.Load(ProtocolFiles.Read(folder));
foreach (var error in loaded.Errors)
{
    Console.Error.WriteLine(error);
}

if (loaded.Protocol is not { } protocol)
{
    return 1;
}

var report = ProtocolProofs.Run(protocol);
Console.Write(ProofReportText.ForReading(report));
if (isWriting)
{
    File.WriteAllText(Path.Combine(folder, "proofs.yaml"), ProofReportText.ForTheProtocol(report));
}

return report.Holds ? 0 : 1;
