using System.Text;
using SpasmBot.Host.Settings;
using SpasmBot.TestKit;

namespace SpasmBot.Host.Tests.Settings;

/// <summary>Whatever is in a settings file, the server is put together or says in words why it is not.</summary>
public sealed class FuzzTests
{
    private const string Good = """
        {
          // The clinic.
          "Clinic": {
            "Name": "Karoo",
            "Region": "ZA",
            "AmbulanceNumbers": [ { "Label": "Ambulance", "Number": "10177" } ],
            "Hours": [ { "Day": "Monday", "Opens": "08:00", "Closes": "17:00" } ]
          },
          "Storage": { "RetentionDays": 30 },
          "DirectLine": { "AllowedOrigins": [ "https://clinic.example" ], "TokenLifetime": "01:00:00" },
          "RateLimits": { "Enabled": true, "RequestsPerMinute": 600 }
        }
        """;

    [Fact]
    public async Task Build_AnySettingsFile_GivesAServerOrProblemsOfALineEach()
    {
        using var folder = new TemporaryFolder();
        await new Fuzz(1, [Good]).RunAsync(
            40,
            async text =>
            {
                // Half a character becomes the sign for one that was lost, as in an editor.
                await File.WriteAllBytesAsync(
                    Path.Combine(folder.Path, "appsettings.json"),
                    Encoding.UTF8.GetBytes(text)
                );
                try
                {
                    await using var server = Server.Build([
                        .. TestServer.SettingsFor(folder),
                        $"--contentRoot={folder.Path}",
                    ]);
                }
                catch (StartupException e)
                {
                    Assert.NotEmpty(e.Problems);
                    Assert.All(e.Problems, problem => Assert.DoesNotContain('\n', problem));
                }
            }
        );
    }
}
