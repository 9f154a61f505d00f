using System.Collections.Concurrent;

namespace SpasmBot.TestKit;

/// <summary>The clock of the machine, until somebody sets it.</summary>
public sealed class MovableClock : TimeProvider
{
    private readonly ConcurrentDictionary<Alarm, bool> _alarms = new();
    private TimeSpan _moved;

    /// <summary>Sets it forward, as if the time had passed, or back, as a person does it: no time passes then.</summary>
    public void Move(TimeSpan by)
    {
        _moved += by;
        foreach (var alarm in _alarms.Keys.Where(alarm => alarm.Due <= by))
            alarm.Ring();
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _moved;

    public override long GetTimestamp() =>
        base.GetTimestamp() + (long)(Math.Max(0, _moved.TotalSeconds) * TimestampFrequency);

    /// <summary>What is to happen once is early when the clock is set forward; what repeats keeps its pace.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        return period == Timeout.InfiniteTimeSpan && dueTime > TimeSpan.Zero
            ? new Alarm(timer, this, dueTime, () => callback(state))
            : timer;
    }

    private sealed class Alarm : ITimer
    {
        private readonly ITimer _timer;
        private readonly MovableClock _clock;
        private readonly Action _ring;

        public Alarm(ITimer timer, MovableClock clock, TimeSpan due, Action ring)
        {
            (_timer, _clock, Due, _ring) = (timer, clock, due, ring);
            clock._alarms[this] = true;
        }

        public TimeSpan Due { get; private set; }

        public void Ring()
        {
            if (_clock._alarms.TryRemove(this, out _))
                _ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            return _timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            _clock._alarms.TryRemove(this, out _);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
