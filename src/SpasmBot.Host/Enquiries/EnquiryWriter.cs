using Microsoft.AspNetCore.Antiforgery;
using SpasmBot.Dialogs;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Storage.Rows;
using SpasmBot.Widget;

namespace SpasmBot.Host.Enquiries;

/// <summary>Writes the page, which nobody may keep.</summary>
internal sealed class EnquiryWriter(
    BotParts parts,
    EnquiryTickets tickets,
    LocalPhones phones,
    WidgetOptions clinic,
    WidgetAssets assets,
    IAntiforgery antiforgery
)
{
    private static readonly Dictionary<string, string> NoErrors = [];

    /// <summary>Asks for the reference and the second fact.</summary>
    /// <param name="error">Why it is asked again; null when it is not.</param>
    public Task AskAsync(HttpContext http, string reference, string? error = null) =>
        WriteAsync(http, new() { Reference = reference, Error = error });

    /// <summary>Shows a request to the person who made it.</summary>
    public Task ShowAsync(HttpContext http, BookingRow request, string? notice = null, string? error = null)
    {
        var times = PreferredTimes.From(request.PreferredTimes, parts.Words.Questions[BotQuestionIds.BookingTimes]);
        var contact = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["phone"] = request.Phone is { } phone ? phones.ToRead(phone) : "",
            ["email"] = request.Email ?? "",
        };
        var view = ViewOf(request, times, contact, NoErrors);
        return WriteAsync(http, view with { Notice = notice, Error = error });
    }

    /// <summary>Shows a change that could not be taken, as it was typed.</summary>
    public Task ShowAgainAsync(
        HttpContext http,
        BookingRow request,
        PreferredTimes times,
        IReadOnlyDictionary<string, string> contact,
        IReadOnlyDictionary<string, string> errors
    ) =>
        WriteAsync(
            http,
            ViewOf(request, times, contact, errors) with
            {
                Error = parts.Words.Messages.EnquiryCheckAgain,
            }
        );

    private EnquiryView ViewOf(
        BookingRow request,
        PreferredTimes times,
        IReadOnlyDictionary<string, string> contact,
        IReadOnlyDictionary<string, string> errors
    ) =>
        new()
        {
            Reference = request.Reference,
            Request = new(request, tickets.Issue(request.Reference), times, contact, errors, phones),
        };

    private Task WriteAsync(HttpContext http, EnquiryView view)
    {
        var guard = antiforgery.GetAndStoreTokens(http);
        return WidgetEndpoints.WritePageAsync<EnquiryPage>(
            http,
            PageContext.Of(http, clinic, assets),
            new(nameof(EnquiryPage.Parts), parts),
            new(nameof(EnquiryPage.View), view with { Guard = (guard.FormFieldName, guard.RequestToken!) })
        );
    }
}
