using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpasmBot.Host.Tests.Conversations;
using SpasmBot.Storage;
using SpasmBot.Storage.Rows;
using SpasmBot.TestKit;

namespace SpasmBot.Host.Tests.Enquiries;

/// <summary>A server on which people have asked for visits.</summary>
public sealed class EnquiryServer : IAsyncLifetime
{
    public const string Phone = "082 555 0100";
    public const string Email = "ann@example.com";

    private readonly TemporaryFolder _data = new();
    private TestServer _server = null!;

    public MovableClock Clock { get; } = new();

    public HttpClient Http => _server.Client;

    public static async Task<EnquiryServer> WithAsync(params string[] settings)
    {
        var server = new EnquiryServer();
        await server.StartAsync(settings);
        return server;
    }

    public Task InitializeAsync() => StartAsync();

    /// <summary>Starts it anew at the same address, on what it has stored.</summary>
    public async Task RestartAsync()
    {
        var address = Http.BaseAddress;
        await _server.DisposeAsync();
        await StartAsync($"--Urls={address}");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _data.Dispose();
    }

    public T Get<T>()
        where T : notnull => _server.Get<T>();

    /// <summary>Ann asks for a visit in the chat; gives the reference.</summary>
    public async Task<string> BookAsync(string email = Email)
    {
        var line = await OpenLine.StartedAsync(Http);
        await line.AnswerAsync(Selected("menu", "book"));
        await line.AnswerAsync(Selected("booking.times", "monday", "early"));
        var fields = new JsonObject
        {
            ["name"] = "Ann",
            ["phone"] = Phone,
            ["email"] = email,
        };
        await line.AnswerAsync(
            new()
            {
                ["value"] = new JsonObject { ["question"] = "booking.contact", ["value"] = fields },
            }
        );
        await line.AnswerAsync(new() { ["text"] = "yes" });
        return (await line.ReadAsync())
            .Select(activity => JsonNode.Parse(activity.GetRawText())!)
            .Select(activity => (string?)activity["channelData"]?["spasmbot"]?["booking"]?["reference"])
            .OfType<string>()
            .Single();
    }

    public Task<BookingRow> StoredAsync(string reference) =>
        Get<StoreReader>().ReadAsync(db => db.Bookings.SingleAsync(row => row.Reference == reference));

    /// <summary>Who did what to a request, as the audit has it.</summary>
    public async Task<IEnumerable<(string Actor, string Action)>> AuditAsync(string reference) =>
        (
            await Get<StoreReader>().ReadAsync(db => db.Audit.Where(row => row.Subject == reference).ToListAsync())
        ).Select(row => (row.Actor, row.Action));

    private async Task StartAsync(params string[] settings) =>
        _server = await TestServer.StartAsync(
            _data,
            settings,
            builder => builder.Services.AddSingleton<TimeProvider>(Clock)
        );

    private static JsonObject Selected(string question, params string[] options) =>
        new()
        {
            ["value"] = new JsonObject
            {
                ["question"] = question,
                ["selected"] = new JsonArray([.. options.Select(option => JsonValue.Create(option))]),
            },
        };
}
