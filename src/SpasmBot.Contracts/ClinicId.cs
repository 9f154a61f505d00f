using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace SpasmBot.Contracts;

/// <summary>
/// Which clinic of the installation something belongs to: 1 to 40 characters of <c>a-z</c>, <c>0-9</c> and <c>-</c>.
/// <c>default(ClinicId)</c> is <see cref="Default"/>.
/// </summary>
[GenerateSerializer, Immutable, Alias("SpasmBot.ClinicId")]
public readonly partial record struct ClinicId
{
    private const string DefaultValue = "default";

    // The default clinic is kept as null, so that an uninitialised id and a written one are equal.
    [Id(0)]
    private readonly string? _value;

    /// <summary>An id known to be good.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not an id; see <see cref="TryParse"/> for input.</exception>
    public ClinicId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!Pattern().IsMatch(value))
            throw new ArgumentException("A clinic id is 1 to 40 characters of a-z, 0-9 and '-'.", nameof(value));
        _value = value == DefaultValue ? null : value;
    }

    /// <summary>The one clinic of an installation that names none.</summary>
    public static ClinicId Default => default;

    /// <summary>The id itself, never null.</summary>
    public string Value => _value ?? DefaultValue;

    /// <summary>Reads an id from outside; false when it is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, out ClinicId clinic)
    {
        var good = value is not null && Pattern().IsMatch(value);
        clinic = good ? new ClinicId(value!) : default;
        return good;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
