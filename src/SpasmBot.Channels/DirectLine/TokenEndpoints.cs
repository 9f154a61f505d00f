using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.DirectLine;

/// <summary><c>/tokens</c>: get one, renew one, come back with a resume key.</summary>
internal sealed class TokenEndpoints(
    DirectLineOptions options,
    Access access,
    RateLimits limits,
    TokenResponses responses,
    IGrainFactory grains
)
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/tokens/generate", (TokenEndpoints it, HttpContext http) => it.GenerateAsync(http));
        group
            .MapPost("/tokens/refresh", (TokenEndpoints it, HttpContext http) => it.Refresh(http))
            .AddEndpointFilter<CallerFilter>();
        group.MapPost("/tokens/resume", (TokenEndpoints it, HttpContext http) => it.ResumeAsync(http));
    }

    private async Task<IResult> GenerateAsync(HttpContext http)
    {
        var (body, refusal) = await RequestBody.ReadFieldsAsync(http.Request);
        if (body is null)
            return refusal!;
        ClinicId clinic;
        string? user = null;
        if (Access.CredentialOf(http.Request) is { } secret)
        {
            if (access.ServerOf(secret) is not { } server)
                return Problem.BadCredential("Authorization");
            (clinic, user) = (server, UserIds.Given(body));
        }
        else
        {
            if (RefusePage(http, body, out clinic) is { } refused)
                return refused;
        }

        if (body.Fault is { } fault)
            return Problem.BadField(fault.Field, fault.Message);
        return responses.Token(NewToken(clinic, user)).ToResult();
    }

    /// <summary>A page without a secret: which clinic, and how often.</summary>
    private IResult? RefusePage(HttpContext http, BodyFields body, out ClinicId clinic)
    {
        clinic = default;
        if (!options.PublicTokens)
            return Problem.NoCredential();
        if (access.ClinicOf(body.Text("clinic")) is not { } served)
            return Problem.BadField("clinic", "This clinic is not served here.");
        clinic = served;
        return limits.RefuseStart(http, clinic);
    }

    private IResult Refresh(HttpContext http) =>
        Caller.Of(http).Token is { } token
            ? responses.Token(token).ToResult()
            : Problem.BadField("Authorization", "A secret does not expire; only tokens are renewed.");

    private async Task<IResult> ResumeAsync(HttpContext http)
    {
        var (body, refusal) = await RequestBody.ReadFieldsAsync(http.Request);
        if (body is null)
            return refusal!;
        var conversationId = body.Required("conversationId", "Say which conversation.");
        var resumeKey = body.Required("resumeKey", "Send the key that was given at the start.");
        if (body.Fault is null && access.ClinicOf(body.Text("clinic")) is null)
            body.Reject("clinic", "This clinic is not served here.");
        if (body.Fault is { } fault)
            return Problem.BadField(fault.Field, fault.Message);

        var clinic = access.ClinicOf(body.Text("clinic"))!.Value;
        if (limits.RefuseStart(http, clinic) is { } limited)
            return limited;
        if (!ConversationKey.TryCreate(clinic, conversationId, out var key))
            return Problem.NoConversation();
        var resumed = await grains.Conversation(key).ResumeAsync(RandomId.Hash(resumeKey));
        return resumed is null
            ? Problem.NoConversation()
            : responses.Token(new ConversationToken(key, resumed.UserId)).ToResult();
    }

    private static ConversationToken NewToken(ClinicId clinic, string? user) =>
        new(new ConversationKey(clinic, RandomId.Conversation()), user ?? RandomId.User());
}
