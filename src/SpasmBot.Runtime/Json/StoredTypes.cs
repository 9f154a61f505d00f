using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace SpasmBot.Runtime.Json;

/// <summary>The names under which types are stored, and the types that may come back.</summary>
internal static partial class StoredTypes
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();
    private static readonly ConcurrentDictionary<string, Type> Types = new(StringComparer.Ordinal);

    /// <summary>The type's name without versions, so that an upgrade can read what was stored before it.</summary>
    public static string NameOf(Type type) =>
        Names.GetOrAdd(type, static t => Versions().Replace(t.AssemblyQualifiedName ?? t.Name, ""));

    /// <summary>The type of that name; null if there is none or if it may not be made from stored data.</summary>
    public static Type Find(string name) => name is null ? null : Types.GetOrAdd(name, static n => Resolve(n));

    private static Type Resolve(string name)
    {
        var type = Type.GetType(name, throwOnError: false);
        return type is not null && MayBeRead(type) ? type : null;
    }

    // A store is trusted, but not to the point of making any object of the framework: values and collections are enough.
    private static bool MayBeRead(Type type)
    {
        if (type.HasElementType)
        {
            return MayBeRead(type.GetElementType());
        }

        var ofFramework =
            type.Assembly.GetName().Name is { } assembly
            && (assembly.StartsWith("System.", StringComparison.Ordinal) || assembly is "mscorlib" or "netstandard");
        var harmless =
            !ofFramework
            || type.IsValueType
            || type == typeof(string)
            || type == typeof(object)
            || type == typeof(Uri)
            || type == typeof(Version)
            || type.FullName == "System.Dynamic.ExpandoObject"
            || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) is true
            || type.Namespace == "System.Text.Json.Nodes";
        return harmless && type.GenericTypeArguments.All(MayBeRead);
    }

    [GeneratedRegex(
        @", Version=[^,\]]+, Culture=[^,\]]+, PublicKeyToken=[^,\]]+",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Versions();
}
