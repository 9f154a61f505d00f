namespace SpasmBot.Runtime.Tests.State;

public class MemoryStorageTests
{
    private readonly MemoryStorage _storage = new();

    [Fact]
    public async Task Read_WhatIsNotThere_IsLeftOut() => Assert.Empty(await _storage.ReadAsync(["unknown"]));

    [Fact]
    public async Task Items_ComeBackAsTheirType_AndAsCopies()
    {
        var item = new Poco { Id = "1", Tags = ["a"] };
        await Write("!@#$%^&*()~/\\><,.?';\"`~", item);
        item.Tags.Add("changed after it was written");

        var read = (Poco)(await _storage.ReadAsync(["!@#$%^&*()~/\\><,.?';\"`~"])).Values.Single();

        Assert.NotSame(item, read);
        Assert.Equal("1", read.Id);
        Assert.Equal(["a"], read.Tags);
    }

    [Fact]
    public async Task ReadAsync_OfAType_LeavesOthersOut()
    {
        await Write("poco", new Poco { Id = "1" });
        await Write("text", "a text");

        var pocos = await _storage.ReadAsync<Poco>(["poco", "text", "unknown"]);

        Assert.Equal("1", Assert.Single(pocos).Value.Id);
    }

    [Fact]
    public async Task AVersionedItem_GetsANewETagWithEveryWrite()
    {
        await Write("k", new Versioned { Count = 1 });
        var first = await Read("k");
        first.Count = 2;
        await Write("k", first);
        var second = await Read("k");

        Assert.NotNull(first.ETag);
        Assert.NotEqual(first.ETag, second.ETag);
        Assert.Equal(2, second.Count);
    }

    [Theory]
    [InlineData("stale")]
    [InlineData("")]
    [InlineData(null)]
    public async Task AVersionedItem_WrittenByAnotherMeanwhile_IsRefused(string? etag)
    {
        await Write("k", new Versioned { Count = 1 });

        await Assert.ThrowsAsync<Exception>(() => Write("k", new Versioned { Count = 9, ETag = etag! }));

        Assert.Equal(1, (await Read("k")).Count);
    }

    [Fact]
    public async Task AVersionedItem_WithAStar_OverwritesWhateverIsThere()
    {
        await Write("k", new Versioned { Count = 1 });
        await Write("k", new Versioned { Count = 2, ETag = "*" });
        Assert.Equal(2, (await Read("k")).Count);
    }

    [Fact]
    public async Task AnUnversionedItem_IsOverwritten()
    {
        await Write("k", new Poco { Id = "1" });
        await Write("k", new Poco { Id = "2" });
        Assert.Equal("2", (await _storage.ReadAsync<Poco>(["k"]))["k"].Id);
    }

    [Fact]
    public async Task Delete_RemovesWhatIsThere_AndIgnoresWhatIsNot()
    {
        await Write("k", new Poco());
        await _storage.DeleteAsync(["k", "unknown"]);
        Assert.Empty(await _storage.ReadAsync(["k"]));
    }

    [Fact]
    public async Task Nothing_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _storage.ReadAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _storage.WriteAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _storage.DeleteAsync(null));
    }

    private Task Write(string key, object item) =>
        _storage.WriteAsync(new Dictionary<string, object>(StringComparer.Ordinal) { [key] = item });

    private async Task<Versioned> Read(string key) => (await _storage.ReadAsync<Versioned>([key]))[key];

    private sealed class Poco
    {
        public string Id { get; set; } = "";

        public List<string> Tags { get; set; } = [];
    }

    private sealed class Versioned : IStoreItem
    {
        public int Count { get; set; }

        public string ETag { get; set; } = null!;
    }
}
