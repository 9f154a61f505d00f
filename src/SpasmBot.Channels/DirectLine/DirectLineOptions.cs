using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Settings of the Direct Line channel (<c>DirectLine:*</c>), checked at start.</summary>
public sealed record DirectLineOptions
{
    public const string Section = "DirectLine";

    /// <summary>Clinics a page may talk to, the first one unless it says which; none named means <c>Clinic:Id</c> alone.</summary>
    public IReadOnlyList<string> Clinics { get; init; } = [];

    /// <summary>What other servers present instead of a token, one or more for a clinic (two while one is replaced).</summary>
    public IReadOnlyList<DirectLineSecret> Secrets { get; init; } = [];

    /// <summary>Whether a page may get a token without a secret, as the website widget does.</summary>
    public bool PublicTokens { get; init; } = true;

    /// <summary>16 minutes to 1 day: public clients renew every 15 minutes whatever they are told.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Base64 of 32 bytes or more that sign tokens. Null: a key is made at first start and kept in the data folder; several
    /// servers behind one address need the same one.
    /// </summary>
    public string? SigningKey { get; init; }

    /// <summary>Other sites whose pages may call (<c>https://www.example.com</c>), or <c>*</c>; our own page needs none.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>
    /// Largest activity, 1 KB to 1 MB; beyond it 413. A long text within it is let through, because the bot answers that
    /// in words.
    /// </summary>
    public int MaxActivityBytes { get; init; } = 64 * 1024;

    /// <summary>Sockets one conversation may have open on one server, 1 to 100.</summary>
    public int MaxStreamsPerConversation { get; init; } = 10;
}

/// <summary>A secret and the clinic it speaks for.</summary>
public sealed record DirectLineSecret
{
    public string Clinic { get; init; } = ClinicId.Default.Value;

    /// <summary>32 characters or more.</summary>
    public string Secret { get; init; } = "";
}
