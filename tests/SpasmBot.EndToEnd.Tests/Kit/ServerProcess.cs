using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>The real server in a process of its own, on a free port of 127.0.0.1, with a data folder of its own.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("spasmbot-").FullName;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly string[] _settings;
    private readonly string[] _tracer;
    private Process? _process;

    private ServerProcess(string[] settings, string[] tracer) => (_settings, _tracer) = (settings, tracer);

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public string DatabaseFile => Path.Combine(_folder, "spasmbot.db");

    /// <summary>What the server wrote so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts a server over a new data folder and waits until it is ready.</summary>
    /// <param name="settings">Settings of the command line, as <c>--Clinic:Name=…</c>.</param>
    public static Task<ServerProcess> StartAsync(params string[] settings) => StartTracedAsync([], settings);

    /// <summary>The same under a tracer, which must keep the process id for the server.</summary>
    /// <param name="tracer">A program and its arguments, to stand before the server's own.</param>
    public static async Task<ServerProcess> StartTracedAsync(string[] tracer, params string[] settings)
    {
        var server = new ServerProcess(settings, tracer);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts it over the same data.</summary>
    public async Task StartAgainAsync()
    {
        string[] command =
        [
            .. _tracer,
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "SpasmBot.Host.dll"),
            $"--urls={Address.OriginalString}",
            $"--Storage:DataFolder={_folder}",
            "--RateLimits:Enabled=false",
            .. _settings,
        ];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilReadyAsync();
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
        }
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var limit = new CancellationTokenSource(LongestStart);
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await IsReadyAsync(client, limit.Token))
        {
            await pulse.WaitForNextTickAsync(limit.Token);
            if (_process!.HasExited)
            {
                throw new InvalidOperationException($"The server ended with {_process.ExitCode}:\n{Output}");
            }
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet: the connection is refused at once.
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
