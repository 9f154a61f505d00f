using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace SpasmBot.Widget.Tests;

public sealed class ChatPackTests
{
    [Fact]
    public void Pack_OfModules_RunsWhatIsImportedFirstAndKeepsNamesApart()
    {
        var script = ScriptOf(
            ("main.js", "// Starts.\n\nimport { a } from \"./parts/a.js\";\nimport { b } from \"./b.js\";\n\na(b);\n"),
            ("parts/a.js", "// A.\n\nimport { b } from \"../b.js\";\n\nconst same = 1;\n\nexport function a() {}\n"),
            ("b.js", "// B.\n\nconst same = 2;\nexport const b = same;\n")
        );
        Assert.Equal(
            """
            const m0=(()=>{const same = 2;
            const b = same;
            return{b}})();
            const m1=(()=>{const { b }=m0;
            const same = 1;
            function a() {}
            return{a}})();
            const m2=(()=>{const { a }=m1;
            const { b }=m0;
            a(b);
            return{}})();

            """,
            script
        );
    }

    [Fact]
    public void Pack_HasNoComments() =>
        Assert.Equal(
            "const m0=(()=>{const a =  /* kept */ 1;\nreturn{}})();\n",
            ScriptOf(
                (
                    "main.js",
                    "// First.\n\n/**\n * @typedef {object} A\n */\n  // More.\nconst a = /** @type {any} */ /* kept */ 1;\n"
                )
            )
        );

    [Theory]
    [InlineData("import all from \"./b.js\";")]
    [InlineData("import \"./b.js\";")]
    [InlineData("export default 1;")]
    [InlineData("export { a };")]
    public void Pack_OfWhatItCannotPack_SaysWhere(string line)
    {
        var error = Assert.Throws<InvalidOperationException>(() => ScriptOf(("main.js", line + "\n"), ("b.js", "")));
        Assert.Equal($"chat/main.js cannot be packed: '{line}'.", error.Message);
    }

    [Fact]
    public void Pack_OfModulesThatImportEachOther_SaysWhich()
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
            ScriptOf(("main.js", "import { b } from \"./b.js\";\n"), ("b.js", "import { a } from \"./main.js\";\n"))
        );
        Assert.Contains("chat/b.js and chat/main.js import each other", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pack_OfAFileThatIsNotThere_SaysWhich()
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
            ScriptOf(("main.js", "import { b } from \"./b.js\";\n"))
        );
        Assert.Equal("'_content/SpasmBot.Widget/chat/b.js' is missing.", error.Message);
    }

    [Fact]
    public void Version_ChangesWithAnyFile()
    {
        Assert.NotEqual(VersionOf("const a = 1;\n", "a{}"), VersionOf("const a = 2;\n", "a{}"));
        Assert.NotEqual(VersionOf("const a = 1;\n", "a{}"), VersionOf("const a = 1;\n", "b{}"));
        Assert.Equal(VersionOf("const a = 1;\n", "a{}"), VersionOf("const a = 1;\n", "a{}"));
    }

    private static string ScriptOf(params (string Path, string Text)[] modules) =>
        Encoding.UTF8.GetString(ChatPack.Read(new Files(modules, "")).Script.Plain);

    private static string VersionOf(string script, string style) =>
        ChatPack.Read(new Files([("main.js", script)], style)).Version;

    /// <summary>Modules of the chat, and the same text for every sheet.</summary>
    private sealed class Files((string Path, string Text)[] modules, string style) : IFileProvider
    {
        private const string Folder = "_content/SpasmBot.Widget/";

        public IFileInfo GetFileInfo(string subpath)
        {
            var path = subpath[Folder.Length..];
            if (path.EndsWith(".css", StringComparison.Ordinal))
                return new TextFile(path, style);
            var (found, text) = modules.FirstOrDefault(module => $"chat/{module.Path}" == path);
            return found is null ? new NotFoundFileInfo(path) : new TextFile(path, text);
        }

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }

    private sealed class TextFile(string name, string text) : IFileInfo
    {
        public bool Exists => true;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => default;

        public long Length => text.Length;

        public string Name => name;

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => new MemoryStream(Encoding.UTF8.GetBytes(text));
    }
}
