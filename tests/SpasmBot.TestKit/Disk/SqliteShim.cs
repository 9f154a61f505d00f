using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace SpasmBot.TestKit.Disk;

/// <summary>
/// Stands between SQLite and the files of every <see cref="FaultyDisk"/> in this process. Files of other folders are not
/// touched.
/// </summary>
internal static unsafe class SqliteShim
{
    private const int Good = 0;
    private const int OpenReadOnly = 1;
    private const int OpenReadWrite = 2;
    private const int OpenCreate = 4;

    private static readonly ConcurrentDictionary<string, FaultyDisk> Disks = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<nint, (FaultyDisk Disk, string Path, nint Methods)> Files = new();
    private static readonly ConcurrentDictionary<nint, nint> Wrapped = new();
    private static readonly FileSystem* System = Install();

    public static void Attach(FaultyDisk disk)
    {
        if (System is null || !Disks.TryAdd(disk.Folder, disk))
            throw new InvalidOperationException($"There is a disk at '{disk.Folder}' already.");
    }

    public static void Detach(FaultyDisk disk) => Disks.TryRemove(disk.Folder, out _);

    private static FileSystem* Install()
    {
        var system = sqlite3_vfs_find(null);
        var shim = (FileSystem*)NativeMemory.AllocZeroed((nuint)sizeof(FileSystem));
        *shim = *system;
        shim->Next = null;
        shim->Name = (byte*)Marshal.StringToCoTaskMemUTF8("faulty-disk");
        shim->Open = &Open;
        return sqlite3_vfs_register(shim, 1) == Good ? system : null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(FileSystem* _, byte* name, OpenFile* file, int flags, int* opened)
    {
        var path = Marshal.PtrToStringUTF8((nint)name);
        var disk = path is null ? null : Disks.GetValueOrDefault(Path.GetDirectoryName(path) ?? "");
        if (disk?.IsReadOnly == true)
            flags = (flags & ~(OpenReadWrite | OpenCreate)) | OpenReadOnly;
        var result = System->Open(System, name, file, flags, opened);
        if (disk is not null && result == Good && file->Methods is not null)
        {
            Files[(nint)file] = (disk, path!, (nint)file->Methods);
            file->Methods = (FileMethods*)Wrapped.GetOrAdd((nint)file->Methods, Wrap);
        }

        return result;
    }

    private static nint Wrap(nint methods)
    {
        var wrapped = (FileMethods*)NativeMemory.Alloc((nuint)sizeof(FileMethods));
        *wrapped = *(FileMethods*)methods;
        wrapped->Close = &Close;
        wrapped->Write = &Write;
        wrapped->Truncate = &Truncate;
        wrapped->Sync = &Sync;
        return (nint)wrapped;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(OpenFile* file)
    {
        Files.TryRemove((nint)file, out var known);
        file->Methods = (FileMethods*)known.Methods;
        return file->Methods->Close(file);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(OpenFile* file, void* data, int length, long offset)
    {
        var (disk, _, methods) = Files[(nint)file];
        return disk.WriteError is var error and not Good
            ? error
            : ((FileMethods*)methods)->Write(file, data, length, offset);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(OpenFile* file, long length)
    {
        var (disk, _, methods) = Files[(nint)file];
        return disk.WriteError is var error and not Good ? error : ((FileMethods*)methods)->Truncate(file, length);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(OpenFile* file, int flags)
    {
        var (disk, path, methods) = Files[(nint)file];
        if (disk.WaitToSync() is var error and not Good)
            return error;
        var result = ((FileMethods*)methods)->Sync(file, flags);
        if (result == Good)
            disk.Keep(path, ReadAll(file, (FileMethods*)methods));
        return result;
    }

    // Through SQLite's own handle: opening the file again and closing it would drop the locks of this process on it.
    private static byte[] ReadAll(OpenFile* file, FileMethods* methods)
    {
        long length;
        _ = methods->Size(file, &length);
        var content = new byte[length];
        fixed (byte* start = content)
            _ = methods->Read(file, start, content.Length, 0);
        return content;
    }

    [DllImport("e_sqlite3", CallingConvention = CallingConvention.Cdecl)]
    private static extern FileSystem* sqlite3_vfs_find(byte* name);

    [DllImport("e_sqlite3", CallingConvention = CallingConvention.Cdecl)]
    private static extern int sqlite3_vfs_register(FileSystem* system, int asDefault);
}
