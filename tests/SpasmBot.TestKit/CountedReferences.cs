using System.Globalization;
using SpasmBot.Dialogs;

namespace SpasmBot.TestKit;

/// <summary>Booking references that can be foretold.</summary>
public sealed class CountedReferences : IBookingReferences
{
    private int _count;

    public string Next() =>
        string.Create(CultureInfo.InvariantCulture, $"TEST-{Interlocked.Increment(ref _count):0000}");
}
