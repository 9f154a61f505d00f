using System.Collections.Concurrent;

namespace SpasmBot.TestKit.Disk;

/// <summary>What is wrong with a disk.</summary>
public enum DiskFault
{
    None,

    /// <summary>No write finds room.</summary>
    Full,

    /// <summary>No write is allowed, and files open for reading only.</summary>
    ReadOnly,

    /// <summary>Writes arrive, but the disk cannot promise to keep them.</summary>
    CannotSync,
}

/// <summary>
/// The SQLite files of one folder, on a disk that fails when it is told to and knows what a power cut would leave. Works
/// in the process of the test and needs no rights. Make it before the first connection is opened.
/// </summary>
public sealed class FaultyDisk : IDisposable
{
    // The codes are SQLite's.
    private const int ErrorFull = 13;
    private const int ErrorWrite = 10 | (3 << 8);
    private const int ErrorSync = 10 | (4 << 8);

    private readonly ConcurrentDictionary<string, byte[]> _kept = new(StringComparer.Ordinal);
    private volatile DiskFault _fault;
    private volatile Stall? _stall;
    private int _syncs;

    public FaultyDisk(string folder)
    {
        Folder = Path.GetFullPath(folder);
        SqliteShim.Attach(this);
    }

    /// <summary>The folder; files of folders within it are not on this disk.</summary>
    public string Folder { get; }

    /// <summary>Holds until it is set again.</summary>
    public DiskFault Fault
    {
        get => _fault;
        set => _fault = value;
    }

    /// <summary>How often SQLite made sure that a file is on the disk.</summary>
    public int Syncs => Volatile.Read(ref _syncs);

    internal bool IsReadOnly => Fault == DiskFault.ReadOnly;

    internal int WriteError =>
        Fault switch
        {
            DiskFault.Full => ErrorFull,
            DiskFault.ReadOnly => ErrorWrite,
            _ => 0,
        };

    /// <summary>From now on no sync ends, until what is returned is disposed.</summary>
    public Stall StallSyncs()
    {
        var stall = new Stall(() => _stall = null);
        _stall = stall;
        return stall;
    }

    /// <summary>Writes the files as a power cut at this moment would leave them: what was not synced is lost.</summary>
    public void CutPower(string into)
    {
        Directory.CreateDirectory(into);
        // What SQLite deletes stays deleted: it syncs the folder.
        foreach (var (path, content) in _kept.Where(file => File.Exists(file.Key)))
            File.WriteAllBytes(Path.Combine(into, Path.GetFileName(path)), content);
    }

    public void Dispose() => SqliteShim.Detach(this);

    internal int WaitToSync()
    {
        _stall?.Wait();
        Interlocked.Increment(ref _syncs);
        return Fault == DiskFault.CannotSync ? ErrorSync : 0;
    }

    internal void Keep(string path, byte[] content) => _kept[path] = content;
}

/// <summary>A disk that does not answer.</summary>
public sealed class Stall(Action lift) : IDisposable
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _lifted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody waits for the disk.</summary>
    public Task Reached => _reached.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public void Dispose()
    {
        lift();
        _lifted.TrySetResult();
    }

    internal void Wait()
    {
        _reached.TrySetResult();
        _lifted.Task.Wait();
    }
}
