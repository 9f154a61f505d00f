using System.Collections.Concurrent;
using System.Net;

namespace SpasmBot.EndToEnd.Tests.Kit;

/// <summary>Many people who talk at once, without waiting for an answer before they say the next thing.</summary>
public sealed class Crowd : IDisposable
{
    private const int AtOnce = 3;

    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<string, bool> _acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CrowdMember> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<HttpStatusCode> _refusals = [];

    private Crowd(HttpClient http) => _http = http;

    public IReadOnlyList<CrowdMember> Members { get; private set; } = [];

    /// <summary>Client ids whose post was answered with 200.</summary>
    public ICollection<string> Acknowledged => _acknowledged.Keys;

    /// <summary>How many messages are sent and not answered.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Answers other than 200.</summary>
    public IReadOnlyCollection<HttpStatusCode> Refusals => _refusals;

    public static async Task<Crowd> GatherAsync(Uri server, int size)
    {
        var crowd = new Crowd(new() { BaseAddress = server });
        crowd.Members = await Task.WhenAll(Enumerable.Range(0, size).Select(_ => CrowdMember.JoinAsync(crowd._http)));
        return crowd;
    }

    /// <summary>
    /// All talk until <paramref name="end"/>, which comes when so many more messages were acknowledged while at least so
    /// many wait for their answer. Returns those that never got one.
    /// </summary>
    public async Task<IReadOnlyList<(CrowdMember Member, string ClientId)>> TalkUntilAsync(
        int acknowledged,
        int waiting,
        Func<Task> end
    )
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var target = _acknowledged.Count + acknowledged;
        using var ended = new CancellationTokenSource();
        var talk = Members.SelectMany(member => Enumerable.Range(0, AtOnce).Select(_ => TalkAsync(member))).ToList();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(3));
        await end();
        await ended.CancelAsync();
        await Task.WhenAll(talk);
        var lost = _waiting.Select(one => (one.Value, one.Key)).ToList();
        _waiting.Clear();
        return lost;

        async Task TalkAsync(CrowdMember member)
        {
            while (!ended.IsCancellationRequested && await SayAsync(member, member.NextId()))
            {
                if (_acknowledged.Count >= target && Waiting >= waiting)
                    ready.TrySetResult();
            }
        }
    }

    /// <summary>Says one thing; false when the server died over it.</summary>
    public async Task<bool> SayAsync(CrowdMember member, string clientId)
    {
        var status = await member.PostAsync(clientId, () => _waiting[clientId] = member);
        if (status is null)
            return false;
        _waiting.TryRemove(clientId, out _);
        if (status == HttpStatusCode.OK)
            _acknowledged[clientId] = true;
        else
            _refusals.Add(status.Value);
        return true;
    }

    public void Dispose() => _http.Dispose();
}
