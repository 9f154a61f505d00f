using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Refusals as problem details. Those about a field carry <c>errors: { field: [message] }</c>.</summary>
internal static class Problem
{
    /// <summary>400: what is wrong with which field of the body, path or query.</summary>
    public static IResult BadField(string field, string message) =>
        Results.Problem(
            message,
            statusCode: StatusCodes.Status400BadRequest,
            title: "The request is not valid.",
            extensions: Errors(field, message)
        );

    /// <summary>401: no credential at all.</summary>
    public static IResult NoCredential() =>
        Refused(
            StatusCodes.Status401Unauthorized,
            "No token.",
            "Authorization",
            "Send 'Authorization: Bearer' with a token from tokens/generate."
        );

    /// <summary>403, which public clients take for an expired token.</summary>
    public static IResult BadCredential(string field) =>
        Refused(
            StatusCodes.Status403Forbidden,
            "The token has expired or is not valid here.",
            field,
            "Get a new token from tokens/resume or tokens/generate."
        );

    /// <summary>404: unknown or forgotten, which nobody outside needs to tell apart.</summary>
    public static IResult NoConversation() =>
        Refused(
            StatusCodes.Status404NotFound,
            "No such conversation.",
            "conversationId",
            "There is no such conversation, or it was deleted."
        );

    public static IResult TooLarge(int limit) =>
        Refused(
            StatusCodes.Status413PayloadTooLarge,
            "The body is too large.",
            "body",
            string.Create(CultureInfo.InvariantCulture, $"Send {limit} bytes at most.")
        );

    public static IResult NoFiles() =>
        Refused(
            StatusCodes.Status415UnsupportedMediaType,
            "No files, please.",
            "file",
            "This bot cannot look at files or pictures. Please describe it in words."
        );

    public static IResult TooMany(TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return new RetryLater(
            seconds,
            Results.Problem(
                string.Create(CultureInfo.InvariantCulture, $"Try again in {seconds} s."),
                statusCode: StatusCodes.Status429TooManyRequests,
                title: "Too many requests."
            )
        );
    }

    /// <summary>503: nothing is acknowledged; the same request may be sent again. The words are for the person.</summary>
    public static IResult NotNow() => new NotSaved();

    private static IResult Refused(int status, string title, string field, string message) =>
        Results.Problem(message, statusCode: status, title: title, extensions: Errors(field, message));

    private static Dictionary<string, object?> Errors(string field, string message) =>
        new(StringComparer.Ordinal)
        {
            ["errors"] = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] },
        };

    private sealed class NotSaved : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            new RetryLater(
                2,
                Results.Problem(
                    httpContext.RequestServices.GetService<ChannelWords>()?.NotSaved ?? "Please try again.",
                    statusCode: StatusCodes.Status503ServiceUnavailable,
                    title: "This does not work just now."
                )
            ).ExecuteAsync(httpContext);
    }

    private sealed class RetryLater(int seconds, IResult problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return problem.ExecuteAsync(httpContext);
        }
    }
}
