using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpasmBot.Runtime.Tests.State;

public sealed class BotStateTests : IDisposable
{
    private readonly CountingStorage _storage = new();
    private readonly UserState _state;
    private TurnContext _turn;

    public BotStateTests()
    {
        _state = new UserState(_storage);
        _turn = NewTurn();
    }

    public void Dispose() => _turn.Dispose();

    [Fact]
    public async Task State_IsReadOnce_AndOnlyWhenAskedFor()
    {
        var property = _state.CreateProperty<string>("p");
        await _state.SaveChangesAsync(_turn);
        Assert.Equal((0, 0), (_storage.Reads, _storage.Writes));

        await property.SetAsync(_turn, "a");
        await property.GetAsync(_turn);
        await _state.LoadAsync(_turn);
        Assert.Equal((1, 0), (_storage.Reads, _storage.Writes));

        await _state.LoadAsync(_turn, force: true);
        Assert.Equal(2, _storage.Reads);
        Assert.Null(await property.GetAsync(_turn));
    }

    [Fact]
    public async Task State_IsSavedOnlyWhenChanged()
    {
        var property = _state.CreateProperty<string>("p");
        await property.SetAsync(_turn, "a");
        await _state.SaveChangesAsync(_turn);
        await _state.SaveChangesAsync(_turn);
        await property.SetAsync(_turn, "a");
        await _state.SaveChangesAsync(_turn);
        Assert.Equal(1, _storage.Writes);

        await property.DeleteAsync(_turn);
        await _state.SaveChangesAsync(_turn);
        Assert.Equal(2, _storage.Writes);

        NextTurn();
        await _state.LoadAsync(_turn);
        await _state.SaveChangesAsync(_turn);
        Assert.Equal(2, _storage.Writes);
        await _state.SaveChangesAsync(_turn, force: true);
        Assert.Equal(3, _storage.Writes);
    }

    [Fact]
    public async Task State_NeverRead_IsNotSavedEvenByForce()
    {
        await _state.SaveChangesAsync(_turn, force: true);
        Assert.Equal(0, _storage.Writes);
    }

    [Fact]
    public async Task AnObject_ChangedInPlace_IsSaved()
    {
        var property = _state.CreateProperty<Profile>("p");
        (await property.GetAsync(_turn, () => new Profile())).Name = "Ann";
        await _state.SaveChangesAsync(_turn);

        NextTurn();
        var profile = await property.GetAsync(_turn);
        Assert.Equal("Ann", profile.Name);
        profile.Visits.Add(1);
        await _state.SaveChangesAsync(_turn);

        NextTurn();
        Assert.Equal([1], (await property.GetAsync(_turn)).Visits);
    }

    [Fact]
    public async Task AnObject_ChangedAfterTheSave_IsNotInTheStore()
    {
        var property = _state.CreateProperty<Profile>("p");
        var profile = await property.GetAsync(_turn, () => new Profile { Name = "saved" });
        await _state.SaveChangesAsync(_turn);
        profile.Name = "changed later";

        await _state.LoadAsync(_turn, force: true);

        Assert.Equal("saved", (await property.GetAsync(_turn)).Name);
    }

    [Fact]
    public async Task AProperty_ThatIsNotThere_IsItsTypesDefault_OrWhatTheFactoryMakes()
    {
        Assert.Null(await _state.CreateProperty<string>("text").GetAsync(_turn));
        Assert.Null(await _state.CreateProperty<Profile>("profile").GetAsync(_turn));
        Assert.False(await _state.CreateProperty<bool>("flag").GetAsync(_turn));
        Assert.Equal(0, await _state.CreateProperty<int>("number").GetAsync(_turn));
        Assert.Equal(7, await _state.CreateProperty<int>("number").GetAsync(_turn, () => 7));
        Assert.Equal(7, await _state.CreateProperty<int>("number").GetAsync(_turn, () => 8));
    }

    [Fact]
    public async Task Clear_EmptiesTheState_AndTheStoreWithTheNextSave()
    {
        var property = _state.CreateProperty<string>("p");
        await property.SetAsync(_turn, "a");
        await _state.SaveChangesAsync(_turn);

        NextTurn();
        await _state.LoadAsync(_turn);
        await _state.ClearStateAsync(_turn);
        await _state.SaveChangesAsync(_turn);

        NextTurn();
        Assert.Equal("default", await property.GetAsync(_turn, () => "default"));
    }

    [Fact]
    public async Task Delete_RemovesTheStateFromTurnAndStore()
    {
        var property = _state.CreateProperty<string>("p");
        await property.SetAsync(_turn, "a");
        await _state.SaveChangesAsync(_turn);

        await _state.DeleteAsync(_turn);

        Assert.Empty(await _storage.ReadAsync(["test/users/user"]));
        Assert.Null(await property.GetAsync(_turn));
    }

    [Fact]
    public async Task Keys_NameTheScope()
    {
        var conversation = new ConversationState(_storage);
        await conversation.CreateProperty<int>("p").SetAsync(_turn, 1);
        await conversation.SaveChangesAsync(_turn);
        await _state.CreateProperty<int>("p").SetAsync(_turn, 2);
        await _state.SaveChangesAsync(_turn);

        Assert.Equal(["test/conversations/c1", "test/users/user"], _storage.Written.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AnActivityWithoutScope_IsRefused()
    {
        var property = _state.CreateProperty<int>("p");
        _turn.Activity.From = null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => property.GetAsync(_turn));
        _turn.Activity.Conversation = null;
        var other = new ConversationState(_storage).CreateProperty<int>("p");
        await Assert.ThrowsAsync<InvalidOperationException>(() => other.GetAsync(_turn));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void AProperty_WithoutAName_IsRefused(string? name) =>
        Assert.Throws<ArgumentNullException>(() => _state.CreateProperty<int>(name));

    [Fact]
    public async Task AConflict_InTheStore_ReachesWhoSaves()
    {
        _storage.Fails = true;
        await _state.CreateProperty<int>("p").SetAsync(_turn, 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _state.SaveChangesAsync(_turn));
    }

    public static TheoryData<string> Forms => ["element", "node", "dictionary", "foreign dictionary"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task State_IsUnderstood_InWhateverFormAStoreGivesItBack(string form)
    {
        const string Json = """{"p":{"name":"Ann","visits":[1,2]},"n":5}""";
        _storage.Written["test/users/user"] = form switch
        {
            "element" => JsonElement.Parse(Json),
            "node" => JsonNode.Parse(Json)!,
            "dictionary" => new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["p"] = new Profile { Name = "Ann", Visits = [1, 2] },
                ["n"] = 5,
            },
            _ => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Json)!,
        };

        var profile = await _state.CreateProperty<Profile>("p").GetAsync(_turn);

        Assert.Equal(("Ann", 2), (profile.Name, profile.Visits.Count));
        Assert.Equal(5, await _state.CreateProperty<int>("n").GetAsync(_turn));
        Assert.Equal(5L, await _state.CreateProperty<long>("n").GetAsync(_turn));
    }

    [Fact]
    public async Task AStoreThatLooksInside_SeesTheProperties()
    {
        await _state.CreateProperty<Profile>("p").SetAsync(_turn, new Profile { Name = "Ann" });
        await _state.CreateProperty<string>("q").SetAsync(_turn, "text");
        await _state.SaveChangesAsync(_turn);

        var written = Assert.IsAssignableFrom<IDictionary<string, object>>(_storage.Written["test/users/user"]);

        Assert.Equal("Ann", Assert.IsType<Profile>(written["p"]).Name);
        Assert.Equal("text", written["q"]);
        Assert.Equal(2, written.Count);
    }

    private static TurnContext NewTurn() => new(new RecordingAdapter(), RecordingAdapter.Incoming());

    private void NextTurn()
    {
        _turn.Dispose();
        _turn = NewTurn();
    }

    public class Profile
    {
        public string Name { get; set; } = "";

        public IList<int> Visits { get; set; } = [];
    }

    /// <summary>A store that keeps what it is given, as simple ones do.</summary>
    private sealed class CountingStorage : IStorage
    {
        public Dictionary<string, object> Written { get; } = new(StringComparer.Ordinal);

        public int Reads { get; private set; }

        public int Writes { get; private set; }

        public bool Fails { get; set; }

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            Reads++;
            return Task.FromResult<IDictionary<string, object>>(
                Written
                    .Where(entry => keys.Contains(entry.Key, StringComparer.Ordinal))
                    .ToDictionary(StringComparer.Ordinal)
            );
        }

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            Writes++;
            foreach (var (key, value) in changes)
            {
                Written[key] = Fails ? throw new InvalidOperationException("conflict") : value;
            }

            return Task.CompletedTask;
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            foreach (var key in keys)
            {
                Written.Remove(key);
            }

            return Task.CompletedTask;
        }
    }
}
