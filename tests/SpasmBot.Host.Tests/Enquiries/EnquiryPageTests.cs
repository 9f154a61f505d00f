using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SpasmBot.Contracts;
using SpasmBot.Host.Enquiries;
using SpasmBot.Host.Tests.Copies;
using SpasmBot.Storage;
using SpasmBot.Storage.Rows;

namespace SpasmBot.Host.Tests.Enquiries;

/// <summary>The page on which the person who asked for a visit sees, changes or withdraws the request.</summary>
public sealed partial class EnquiryPageTests(EnquiryServer server) : IClassFixture<EnquiryServer>
{
    private const string Phone = EnquiryServer.Phone;
    private const string Email = EnquiryServer.Email;

    private HttpClient Http => server.Http;

    [Fact]
    public async Task Page_FromALink_HasTheReferenceAndShowsNothingOfTheRequest()
    {
        var reference = await server.BookAsync();
        var visit = await EnquiryVisit.AtAsync(Http, reference);

        Assert.Contains($"value=\"{reference}\"", visit.Page, StringComparison.Ordinal);
        Assert.False(visit.IsShown);
        Assert.All(
            [Phone, Email, "Monday"],
            secret => Assert.DoesNotContain(secret, visit.Page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Page_FromALinkThatSomebodyMadeUp_ShowsLettersAndDigitsAlone()
    {
        var visit = await EnquiryVisit.AtAsync(Http, "\"><b onload=alert(1)>");
        Assert.Contains("value=\"BONLOADALERT1\"", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_LeadsAPhoneToThePageOfTheRequestAndSaysNothingElse()
    {
        using var answer = await Http.GetAsync("enquiry/k7m4qx/code.svg");
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        var bars = Bars().Matches(await answer.Content.ReadAsStringAsync()).Select(Numbers).ToList();
        var border = bars.Min(bar => bar[0]);
        var said = QrReader.Read(
            bars.Max(bar => bar[0] + bar[2]) - border,
            (column, row) =>
                bars.Exists(bar =>
                    bar[1] == row + border && bar[0] <= column + border && column + border < bar[0] + bar[2]
                )
        );
        Assert.Equal(new Uri(Http.BaseAddress!, "enquiry/K7M4QX").ToString(), said);
        Assert.Equal(4, border);

        static int[] Numbers(Match bar) =>
            [.. bar.Groups.Values.Skip(1).Select(one => int.Parse(one.Value, CultureInfo.InvariantCulture))];
    }

    [Theory]
    [InlineData("", Phone)]
    [InlineData("", "+27 82 555-0100")]
    [InlineData("", " ANN@Example.com ")]
    [InlineData("- ", Phone)]
    public async Task Show_WithWhatWasLeft_IsTheRequest(string between, string contact)
    {
        var reference = await server.BookAsync();
        var typed = reference.ToLowerInvariant().Insert(3, between);
        var visit = await EnquiryVisit.OpenedAsync(Http, typed, contact);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.True(visit.IsShown);
        Assert.All(
            [reference, "Monday, Before 10:00", "082 555 0100", Email],
            shown => Assert.Contains(shown, visit.Page, StringComparison.Ordinal)
        );
        Assert.True(visit.Answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Show_WrongSecondFactOrUnknownReference_AreAnsweredAlike()
    {
        var reference = await server.BookAsync();
        var wrong = await EnquiryVisit.OpenedAsync(Http, reference, "082 555 0199");
        var unknown = await EnquiryVisit.OpenedAsync(Http, "ZZZZZZ", Phone);

        Assert.Equal(HttpStatusCode.NotFound, wrong.Status);
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Contains("We found no request", wrong.Page, StringComparison.Ordinal);
        Assert.Equal(
            wrong.PageWithoutSecrets.Replace(reference, "ZZZZZZ", StringComparison.Ordinal),
            unknown.PageWithoutSecrets
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("082")]
    [InlineData("@")]
    public async Task Show_WithNothingToKnowItBy_IsNotFound(string contact)
    {
        var onlyPhone = await server.BookAsync(email: "");
        var visit = await EnquiryVisit.OpenedAsync(Http, onlyPhone, contact);
        Assert.Equal(HttpStatusCode.NotFound, visit.Status);
        Assert.False(visit.IsShown);
    }

    [Fact]
    public async Task Show_TriedTooOften_IsRefusedEvenWithWhatIsRight()
    {
        await using var limited = await EnquiryServer.WithAsync("--RateLimits:Enabled=true");
        var reference = await limited.BookAsync();
        for (var attempt = 0; attempt < SecondFactTries.MostOfAddress; attempt++)
        {
            var wrong = await EnquiryVisit.OpenedAsync(limited.Http, reference, $"082 555 020{attempt}");
            Assert.Equal(HttpStatusCode.NotFound, wrong.Status);
        }

        var visit = await EnquiryVisit.OpenedAsync(limited.Http, reference, Phone);
        Assert.Equal(HttpStatusCode.TooManyRequests, visit.Status);
        Assert.False(visit.IsShown);
        Assert.Equal(SecondFactTries.Window, visit.Answer.Headers.RetryAfter?.Delta);
        Assert.Contains("wait 15 minutes", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_OfTimesAndContact_IsWhatTheDeskReadsAndIsAudited()
    {
        var reference = await server.BookAsync();
        var visit = await EnquiryVisit.OpenedAsync(Http, reference, Phone);
        await visit.ChangeAsync(
            ("times", "friday"),
            ("times", "tuesday"),
            ("times", "no-such-box"),
            ("other", "not\nthe 24th"),
            ("phone", "021 555 0142"),
            ("email", "")
        );

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Contains("Your request is changed", visit.Page, StringComparison.Ordinal);
        var row = await server.StoredAsync(reference);
        Assert.Equal(["Tuesday", "Friday", "not the 24th"], row.PreferredTimes);
        Assert.Equal(("+27215550142", null, "Ann"), (row.Phone, row.Email, row.Name));
        Assert.Equal([("person", "booking.changed")], await server.AuditAsync(reference));
        Assert.True((await EnquiryVisit.OpenedAsync(Http, reference, "021 555 0142")).IsShown);
        Assert.False((await EnquiryVisit.OpenedAsync(Http, reference, Phone)).IsShown);
    }

    [Fact]
    public async Task Change_ThatCannotBeTaken_KeepsWhatWasTypedAndChangesNothing()
    {
        var reference = await server.BookAsync();
        var visit = await EnquiryVisit.OpenedAsync(Http, reference, Phone);
        await visit.ChangeAsync(
            ("times", "friday"),
            ("other", new string('x', 201)),
            ("phone", "12"),
            ("email", Email)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.All(
            [
                "Nothing is changed yet.",
                "id=\"phone-error\"",
                "id=\"other-error\"",
                "value=\"12\"",
                "value=\"friday\" checked",
            ],
            shown => Assert.Contains(shown, visit.Page, StringComparison.Ordinal)
        );
        Assert.Equal("+27825550100", (await server.StoredAsync(reference)).Phone);

        await visit.ChangeAsync(("phone", ""), ("email", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Empty(await server.AuditAsync(reference));
    }

    [Fact]
    public async Task Cancel_LeavesNothingToDoAndIsAudited()
    {
        var reference = await server.BookAsync();
        var visit = await EnquiryVisit.OpenedAsync(Http, reference, Email);
        await visit.CancelAsync();

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Contains("Your request is cancelled", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", visit.Page, StringComparison.Ordinal);
        Assert.Equal(WorkStatus.Cancelled, (await server.StoredAsync(reference)).Status);
        Assert.Equal([("person", "booking.cancelled")], await server.AuditAsync(reference));
    }

    [Fact]
    public async Task Cancel_WhenTheDeskWasQuicker_SaysSo()
    {
        var reference = await server.BookAsync();
        var visit = await EnquiryVisit.OpenedAsync(Http, reference, Phone);
        await server.Get<DeskWrites>().CloseBookingAsync(ClinicId.Default, reference, "thandi");
        await visit.CancelAsync();

        Assert.Equal(HttpStatusCode.Conflict, visit.Status);
        Assert.Contains("nothing is changed", visit.Page, StringComparison.Ordinal);
        Assert.Equal(WorkStatus.Closed, (await server.StoredAsync(reference)).Status);
    }

    [Fact]
    public async Task Cancel_ByAFormThatThisPageDidNotMake_IsRefused()
    {
        var reference = await server.BookAsync();
        var forged = await EnquiryVisit.OpenedAsync(Http, reference, Phone);
        forged.ForgetGuard();
        await forged.CancelAsync();
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);

        var guessed = await EnquiryVisit.OpenedAsync(Http, reference, Phone);
        guessed.MakeUpTicket();
        await guessed.CancelAsync();
        Assert.Equal(HttpStatusCode.BadRequest, guessed.Status);

        var late = await EnquiryVisit.OpenedAsync(Http, reference, Phone);
        server.Clock.Move(TimeSpan.FromMinutes(31));
        await late.CancelAsync();
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("open for too long", late.Page, StringComparison.Ordinal);
        Assert.Equal(WorkStatus.Open, (await server.StoredAsync(reference)).Status);
    }

    [Fact]
    public async Task Form_AfterARestart_IsStillGood()
    {
        await using var restarted = await EnquiryServer.WithAsync();
        var reference = await restarted.BookAsync();
        using var http = new HttpClient { BaseAddress = restarted.Http.BaseAddress };
        var visit = await EnquiryVisit.OpenedAsync(http, reference, Phone);
        await restarted.RestartAsync();
        await visit.CancelAsync();

        Assert.Contains("Your request is cancelled", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_StoreStopped_SaysThatNothingWasSaved()
    {
        await using var stopped = await EnquiryServer.WithAsync();
        var visit = await EnquiryVisit.OpenedAsync(stopped.Http, await stopped.BookAsync(), Phone);
        await stopped.Get<CommitQueue>().StopAsync();
        await visit.CancelAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, visit.Status);
        Assert.Contains("We could not save that.", visit.Page, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)v1h-",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Bars();
}
