using System.Globalization;
using Microsoft.Extensions.Options;
using SpasmBot.Contracts;
using SpasmBot.Dialogs;
using SpasmBot.Dialogs.Wording;
using SpasmBot.Host.Settings;

namespace SpasmBot.Host.Copies;

/// <summary>Makes the PDF that a person keeps of an answer, on the clinic's letterhead.</summary>
internal sealed class CopyWriter(BotParts parts, IOptions<WidgetSettings> widget)
{
    private const int MostPages = 2;

    // What does not fit on two pages is set in smaller letters; the last is still readable.
    private static readonly double[] Scales = [1, 0.94, 0.88, 0.82];

    private Messages Texts => parts.Words.Messages;

    /// <summary>The PDF, of one or two pages.</summary>
    /// <param name="server">Where it was asked for, without a slash at the end; said where no public address is set.</param>
    public byte[] Write(ShownAnswer shown, string server)
    {
        foreach (var scale in Scales)
        {
            using var paper = new Paper();
            var printable = new PrintableText();
            var head = HeadOf(shown, server, printable);
            var ink = Ink.For(shown.Answer.Disposition, parts.Clinic.AccentColour);
            new CopySheet(paper, ink, new Letters(scale), printable).Set(head, shown);
            if (paper.Pages <= MostPages || scale == Scales[^1])
                return paper.Finish(head.Title, head.Clinic);
        }
        throw new System.Diagnostics.UnreachableException();
    }

    private Letterhead HeadOf(ShownAnswer shown, string server, PrintableText printable)
    {
        var at = parts.AtClinic(shown.At);
        var date = at.ToString("d MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("en-ZA"));
        return new()
        {
            Clinic = printable.Of(parts.Clinic.Name),
            Phone = printable.Of(parts.Clinic.ReceptionPhone),
            Address = [.. (widget.Value.Address ?? []).Select(printable.Of)],
            Title = Fill(Texts.CopyTitle, ("date", date)),
            Reference = shown.Reference is { } reference ? Fill(Texts.CopyReference, ("reference", reference)) : null,
            Booking = shown.Reference is { } booked ? NoteOf(booked) : null,
            Sources = Texts.HeadingSources,
            Foot = Fill(Texts.CopyFoot),
            PageOf = (number, pages) => Fill(Texts.CopyPage, ("number", $"{number}"), ("pages", $"{pages}")),
        };

        BookingNote NoteOf(string reference)
        {
            var clinic = parts.Clinic with { PublicUrl = parts.Clinic.PublicUrl ?? server };
            var page = clinic.EnquiryUrl(reference);
            return new(printable.Of(Texts.EnquiryTitle), Fill(Texts.CopyBooking, ("enquiry", page)), QrCode.Of(page));
        }

        string Fill(string text, params ReadOnlySpan<(string Name, string Value)> values) =>
            printable.Of(Desk.Fill(parts, text, forWhom: null, values));
    }
}
