using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SpasmBot.Contracts;

namespace SpasmBot.Host.Tests;

/// <summary>The real server on a free port of this machine, with a data folder of its own.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a server.</summary>
    /// <param name="data">Keeps what it stores; a server that is started later on the same folder goes on with it.</param>
    /// <param name="settings">As <c>--Clinic:Name=…</c>.</param>
    /// <param name="adapt">Replaces parts.</param>
    public static async Task<TestServer> StartAsync(
        TemporaryFolder data,
        string[]? settings = null,
        Action<WebApplicationBuilder>? adapt = null
    )
    {
        var app = Server.Build([.. SettingsFor(data), .. settings ?? []], adapt);
        await app.StartAsync();
        return new TestServer(app);
    }

    /// <summary>Settings of a server that disturbs nobody.</summary>
    public static string[] SettingsFor(TemporaryFolder data) =>
        [
            "--Urls=http://127.0.0.1:0",
            $"--Storage:DataFolder={data.Path}",
            "--Storage:BusyTimeoutSeconds=1",
            "--RateLimits:Enabled=false",
            "--Logging:LogLevel:Default=None",
            "--Logging:LogLevel:Microsoft=None",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=None",
            "--Logging:LogLevel:Orleans=None",
        ];

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public IConversationGrain Conversation(string id) =>
        Get<IGrainFactory>().GetGrain<IConversationGrain>(KeyOf(id).GrainKey);

    public static ConversationKey KeyOf(string id) => new(ClinicId.Default, id);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>A folder that goes when the test ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("spasmbot-").FullName;

    /// <summary>Writes a file into it and returns its full path.</summary>
    public string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Copies a folder into it and returns the copy's full path.</summary>
    public string Copy(string folder, string name)
    {
        var copy = System.IO.Path.Combine(Path, name);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            Write(System.IO.Path.Combine(name, System.IO.Path.GetRelativePath(folder, file)), File.ReadAllText(file));
        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
