using Microsoft.AspNetCore.Diagnostics;

namespace SpasmBot.Host.Web;

/// <summary>Whatever goes wrong is answered as problem details (RFC 9457), without the insides of the server.</summary>
internal static class Problems
{
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                // A body that is too large or breaks off is the caller's: it comes as an exception with its status.
                StatusCodeSelector = error =>
                    error is BadHttpRequestException { StatusCode: var status }
                        ? status
                        : StatusCodes.Status500InternalServerError,
                SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
            }
        );
        app.UseStatusCodePages();
    }
}
