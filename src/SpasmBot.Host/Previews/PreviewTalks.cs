using System.Collections.Concurrent;
using System.Security.Cryptography;
using SpasmBot.Contracts;
using SpasmBot.Dialogs;
using SpasmBot.Host.Conversations;

namespace SpasmBot.Host.Previews;

/// <summary>The last conversations that were begun on the preview.</summary>
internal sealed class PreviewTalks(BotParts parts, BotIdentity bot, TimeProvider time, ILogger<TurnRunner> log)
{
    /// <summary>Each change of the form begins one; the older ones are let go.</summary>
    private const int Most = 20;

    private readonly ConcurrentQueue<PreviewTalk> _talks = new();

    public async Task<PreviewTalk> BeginAsync(ClinicProfile clinic)
    {
        var previewed = parts with { Clinic = clinic };
        var runner = new TurnRunner(state => new ClinicBot(previewed, state), bot, time, log);
        var talk = new PreviewTalk(runner, new(clinic.Id, RandomNumberGenerator.GetHexString(16)));
        await talk.ArriveAsync();
        _talks.Enqueue(talk);
        while (_talks.Count > Most)
            _talks.TryDequeue(out _);
        return talk;
    }

    public PreviewTalk? Find(string id) => _talks.FirstOrDefault(talk => talk.Id == id);
}
