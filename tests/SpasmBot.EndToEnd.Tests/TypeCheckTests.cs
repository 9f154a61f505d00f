using SpasmBot.EndToEnd.Tests.Kit;
using SpasmBot.TestKit;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>The widget's scripts are plain JavaScript; the types in their comments are held to by the TypeScript compiler.</summary>
public sealed class TypeCheckTests
{
    [Fact]
    public async Task The_scripts_of_the_widget_keep_to_their_types() =>
        await Node.RunAsync(
            Path.Combine("node_modules", "typescript", "lib", "tsc.js"),
            "-p",
            Repository.PathOf("src", "SpasmBot.Widget", "jsconfig.json")
        );
}
