namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>One server for all tests that do not stop it.</summary>
[CollectionDefinition(nameof(SharedServer))]
public sealed class SharedServer : IAsyncLifetime, ICollectionFixture<SharedServer>
{
    private ServerProcess? _server;

    public Uri Address => _server!.Address;

    public async Task InitializeAsync() => _server = await ServerProcess.StartAsync();

    public async Task DisposeAsync() => await _server!.DisposeAsync();
}
