namespace SpasmBot.Clinical.Simulation;

/// <summary>Numbers that look random and are the same for a seed on every machine and in every version (SplitMix64).</summary>
public sealed class SplitMix(ulong seed)
{
    private const double Scale = 1.0 / (1UL << 53);

    private ulong _state = seed;

    /// <summary>At least 0 and below 1.</summary>
    public double NextDouble() => (Next() >> 11) * Scale;

    /// <summary>True with a chance in percent.</summary>
    public bool Hits(double percent) => NextDouble() * 100 < percent;

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
