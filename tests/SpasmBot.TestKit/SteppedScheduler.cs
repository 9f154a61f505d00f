using System.Diagnostics.CodeAnalysis;

namespace SpasmBot.TestKit;

/// <summary>
/// Runs tasks on one thread, one step at a time, and lets a seed choose who goes next: the same seed is the same
/// interleaving, another seed another one. Code that waits goes on here as long as nobody tells it to go elsewhere.
/// </summary>
public sealed class SteppedScheduler(int seed) : TaskScheduler
{
    private readonly Random _random = new(seed);

    // Steps of other code that run elsewhere meanwhile take moments.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly List<Task> _runnable = [];

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs until the work is done.</summary>
    /// <exception cref="InvalidOperationException">Nobody can go on and the work is not done: a deadlock.</exception>
    public static void Explore(int seed, Func<Task> work)
    {
        var scheduler = new SteppedScheduler(seed);
        try
        {
            scheduler.Run(work);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Interleaving {seed}: {e.Message}", e);
        }
    }

    private void Run(Func<Task> work)
    {
        var outer = SynchronizationContext.Current;
        // It would take everything that follows a wait elsewhere.
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            RunSteps(work);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private void RunSteps(Func<Task> work)
    {
        var all = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();
        _ = all.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.None, Default);
        while (!all.IsCompleted)
        {
            if (TryTake(all, out var task))
                TryExecuteTask(task);
            else if (!all.IsCompleted)
                throw new InvalidOperationException("nobody can go on: a deadlock");
        }

        all.GetAwaiter().GetResult();
    }

    protected override void QueueTask(Task task)
    {
        lock (_runnable)
        {
            _runnable.Add(task);
            Monitor.PulseAll(_runnable);
        }
    }

    // Only in the order that the seed says.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_runnable)
            return [.. _runnable];
    }

    private void Wake()
    {
        lock (_runnable)
            Monitor.PulseAll(_runnable);
    }

    private bool TryTake(Task all, [NotNullWhen(true)] out Task? task)
    {
        lock (_runnable)
        {
            if (_runnable.Count == 0 && !all.IsCompleted)
                Monitor.Wait(_runnable, Longest);
            task = _runnable.Count == 0 ? null : _runnable[_random.Next(_runnable.Count)];
            return task is not null && _runnable.Remove(task);
        }
    }
}
