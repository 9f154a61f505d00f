using System.Runtime.InteropServices;

namespace SpasmBot.TestKit.Disk;

/// <summary>SQLite's own description of how an open file is worked with (<c>sqlite3_io_methods</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FileMethods
{
    public int Version;
    public delegate* unmanaged[Cdecl]<OpenFile*, int> Close;
    public delegate* unmanaged[Cdecl]<OpenFile*, void*, int, long, int> Read;
    public delegate* unmanaged[Cdecl]<OpenFile*, void*, int, long, int> Write;
    public delegate* unmanaged[Cdecl]<OpenFile*, long, int> Truncate;
    public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Sync;
    public delegate* unmanaged[Cdecl]<OpenFile*, long*, int> Size;

    // Locks, control, sector size, device, shared memory (4) and memory maps (2): as they are.
    public fixed long Others[12];
}

/// <summary>An open file (<c>sqlite3_file</c>); what follows the methods belongs to SQLite.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct OpenFile
{
    public FileMethods* Methods;
}

/// <summary>How SQLite reaches an operating system (<c>sqlite3_vfs</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FileSystem
{
    public int Version;
    public int FileSize;
    public int LongestPath;
    public FileSystem* Next;
    public byte* Name;
    public void* Data;
    public delegate* unmanaged[Cdecl]<FileSystem*, byte*, OpenFile*, int, int*, int> Open;

    // Delete to the next system call: as they are.
    public fixed long Others[15];
}
