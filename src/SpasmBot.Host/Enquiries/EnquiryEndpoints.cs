using Microsoft.AspNetCore.Antiforgery;
using SpasmBot.Contracts;
using SpasmBot.Dialogs;
using SpasmBot.Dialogs.Forms;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Host.Copies;
using SpasmBot.Host.Web;
using SpasmBot.Storage;
using SpasmBot.Storage.Rows;

namespace SpasmBot.Host.Enquiries;

/// <summary>
/// <c>/enquiry</c>: a person sees, changes or withdraws a booking request, by its reference and the phone number or e-mail
/// that was left with it. Works without scripts; nothing but the reference is ever in an address.
/// </summary>
internal sealed class EnquiryEndpoints(
    BotParts parts,
    BookingRequests requests,
    EnquiryTickets tickets,
    SecondFact secondFact,
    SecondFactTries tries,
    EnquiryWriter writer,
    IAntiforgery antiforgery
)
{
    private const string Address = "/enquiry";
    private const long LargestForm = 16 * 1024;
    private const int LongestReference = 20;

    private readonly ContactReader _contacts = new(parts.Clinic.Region, parts.Words.Messages);

    private Messages Texts => parts.Words.Messages;

    private ClinicId Clinic => parts.Clinic.Id;

    public static void Map(WebApplication app)
    {
        var group = app.MapGroup(Address).ExcludeFromDescription();
        group.MapMethods(
            "/{reference?}",
            [HttpMethods.Get, HttpMethods.Head],
            (EnquiryEndpoints it, HttpContext http, string? reference) => it.AskAsync(http, reference)
        );
        group.MapGet(
            "/{reference}/code.svg",
            (EnquiryEndpoints it, HttpContext http, string reference) => it.CodeOf(http, reference)
        );
        group.MapPost("", (EnquiryEndpoints it, HttpContext http) => it.TakeAsync(http)).WithRequestLimit(LargestForm);
    }

    private Task AskAsync(HttpContext http, string? reference) => writer.AskAsync(http, Cleaned(reference));

    /// <summary>Leads a phone's camera to the page; says no more than its own address does.</summary>
    private IResult CodeOf(HttpContext http, string reference)
    {
        var clinic = parts.Clinic with { PublicUrl = parts.Clinic.PublicUrl ?? http.Request.Server() };
        return Results.Text(QrCode.Of(clinic.EnquiryUrl(Cleaned(reference))).ToSvg(), "image/svg+xml");
    }

    private async Task TakeAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, Texts.EnquiryExpired);
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        try
        {
            await (
                form["do"].ToString() switch
                {
                    "change" => ChangeAsync(http, form),
                    "cancel" => CancelAsync(http, form),
                    _ => ShowAsync(http, Cleaned(form["reference"]), form["contact"]),
                }
            );
        }
        catch (StoreUnavailableException)
        {
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, Texts.NotSaved);
        }
    }

    private async Task ShowAsync(HttpContext http, string reference, string? contact)
    {
        if (!tries.TryOne(http, reference))
        {
            http.Response.Headers.RetryAfter = $"{(int)SecondFactTries.Window.TotalSeconds}";
            await RefuseAsync(http, StatusCodes.Status429TooManyRequests, Texts.EnquiryTooOften, reference);
            return;
        }

        var request = await requests.FindAsync(Clinic, reference, http.RequestAborted);
        if (secondFact.Fits(request, contact))
            await writer.ShowAsync(http, request!);
        else
            await RefuseAsync(http, StatusCodes.Status404NotFound, Texts.EnquiryNotFound, reference);
    }

    private async Task ChangeAsync(HttpContext http, IFormCollection form)
    {
        if (await OpenedByAsync(http, form) is not { } request)
            return;
        var question = parts.Words.Questions[BotQuestionIds.BookingTimes];
        var times = PreferredTimes.From(form["times"], form["other"], question);
        var reading = _contacts.Check(
            parts.Words.Questions[BotQuestionIds.BookingContact].Fields,
            before: new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = request.Name ?? "" },
            given: new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["phone"] = form["phone"].ToString(),
                ["email"] = form["email"].ToString(),
            }
        );
        var errors = new Dictionary<string, string>(reading.Errors, StringComparer.Ordinal);
        if (times.Other.Length > PreferredTimes.LongestOther)
            errors["other"] = Texts.ContactTooLong;
        if (errors.Count > 0)
        {
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await writer.ShowAgainAsync(http, request, times, reading.Given, errors);
            return;
        }

        var contact = reading.Details!;
        var change = new BookingChange(times.ToStored(question), contact.Phone, contact.Email);
        var isDone = await requests.ChangeAsync(Clinic, request.Reference, change);
        await ShowAfterAsync(http, request.Reference, isDone ? Texts.EnquiryChanged : null);
    }

    private async Task CancelAsync(HttpContext http, IFormCollection form)
    {
        if (await OpenedByAsync(http, form) is not { } request)
            return;
        var isDone = await requests.CancelAsync(Clinic, request.Reference);
        await ShowAfterAsync(http, request.Reference, isDone ? Texts.EnquiryCancelDone : null);
    }

    /// <summary>The request that the form's ticket is for; null when it has been answered that both must be typed again.</summary>
    private async Task<BookingRow?> OpenedByAsync(HttpContext http, IFormCollection form)
    {
        if (
            tickets.Read(form["ticket"]) is { } reference
            && await requests.FindAsync(Clinic, reference, http.RequestAborted) is { } request
        )
            return request;
        await RefuseAsync(http, StatusCodes.Status400BadRequest, Texts.EnquiryExpired);
        return null;
    }

    /// <summary>Shows the request as it is stored now.</summary>
    /// <param name="done">What was done; null when the request was no longer open.</param>
    private async Task ShowAfterAsync(HttpContext http, string reference, string? done)
    {
        if (await requests.FindAsync(Clinic, reference, http.RequestAborted) is not { } request)
        {
            await RefuseAsync(http, StatusCodes.Status404NotFound, Texts.EnquiryNotFound);
            return;
        }

        if (done is null)
            http.Response.StatusCode = StatusCodes.Status409Conflict;
        // Who has cancelled twice has what they want.
        var error = done is null && request.Status != WorkStatus.Cancelled ? Texts.EnquiryTooLate : null;
        await writer.ShowAsync(http, request, done, error);
    }

    private Task RefuseAsync(HttpContext http, int status, string error, string reference = "")
    {
        http.Response.StatusCode = status;
        return writer.AskAsync(http, reference, error);
    }

    /// <summary>A reference as it is stored, whatever was typed around and between its signs.</summary>
    private static string Cleaned(string? reference) =>
        string.Concat((reference ?? "").Where(char.IsAsciiLetterOrDigit).Take(LongestReference)).ToUpperInvariant();
}
