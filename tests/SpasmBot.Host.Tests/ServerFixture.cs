namespace SpasmBot.Host.Tests;

/// <summary>One server for all tests of a class that change nothing of each other's.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private TestServer? _server;

    public HttpClient Client => _server!.Client;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync(_data);

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        _data.Dispose();
    }
}
