namespace SpasmBot.Clinical.Loading;

/// <summary>Reads proofs.yaml, which the proof command writes.</summary>
internal static class ProofsFile
{
    public const string Name = "proofs.yaml";

    public static ProofRecord? Read(Fields? root)
    {
        if (root is null)
        {
            return null;
        }
        var proofs = root.Entries("proofs", "proof").Select(ReadOne).ToArray();
        var record = new ProofRecord(
            root.Text("fingerprint"),
            proofs,
            [.. root.Texts("idle").Select(text => text.Value)]
        );
        root.Done();
        return record;
    }

    private static RecordedProof ReadOne(Fields entry)
    {
        var proof = new RecordedProof(
            entry.Text("id"),
            entry.Text("claim"),
            entry.Text("how"),
            entry.Flag("holds", fallback: false),
            [.. entry.Texts("counter-examples").Select(text => text.Value)]
        );
        entry.Done();
        return proof;
    }
}
