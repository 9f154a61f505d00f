using Microsoft.AspNetCore.Http.Features;
using SpasmBot.Channels.DirectLine;
using SpasmBot.Contracts;
using SpasmBot.Dialogs;
using SpasmBot.Host.Web;

namespace SpasmBot.Host.Copies;

/// <summary><c>copy.pdf</c> of a conversation: its last answer, to be kept.</summary>
internal static class CopyEndpoint
{
    public static void AddCopies(this IServiceCollection services) => services.AddSingleton<CopyWriter>();

    /// <summary>Serves it beside Direct Line, to whoever may read the conversation.</summary>
    public static void MapCopies(this WebApplication app) =>
        app.MapDirectLineConversation()
            .MapGet("/copy.pdf", ReadAsync)
            .Produces(StatusCodes.Status200OK, null, "application/pdf");

    private static async Task<IResult> ReadAsync(
        HttpContext http,
        IGrainFactory grains,
        CopyWriter writer,
        BotParts parts
    )
    {
        var key = http.Features.GetRequiredFeature<ConversationKey>();
        var texts = parts.Words.Messages;
        if (await grains.GetGrain<IConversationGrain>(key.GrainKey).ReadAsync(0) is not { } transcript)
            return NotFound("No such conversation.", texts.CopyGone);
        if (ShownAnswer.In(transcript.Activities) is not { } shown)
            return NotFound("No answer yet.", texts.CopyTooEarly);
        return shown.MayBeKept
            ? Results.File(writer.Write(shown, http.Request.Server()), "application/pdf", "symptom-check.pdf")
            : NotFound("No copy is kept of this.", texts.CopyNotKept);
    }

    private static IResult NotFound(string title, string detail) =>
        Results.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: title);
}
