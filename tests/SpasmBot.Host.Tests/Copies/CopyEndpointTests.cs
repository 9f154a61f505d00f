using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SpasmBot.Host.Tests.Conversations;
using SpasmBot.TestKit;
using UglyToad.PdfPig;

namespace SpasmBot.Host.Tests.Copies;

/// <summary>The PDF of an answer: what the chat showed and nothing else, for the person alone.</summary>
public sealed partial class CopyEndpointTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    // What the letterhead and the foot say of their own.
    private static readonly string[] OnPaperOnly =
    [
        "General advice from a bot at Bergview Physiotherapy. It is not a diagnosis. In an emergency call 10177 / 112.",
        "Bergview Physiotherapy",
        "021 555 0100",
        "Symptom check, ",
    ];

    public static TheoryData<string> Dispositions =>
        [.. Vignette.All.Select(vignette => vignette.ProtocolDisposition).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Dispositions))]
    public async Task Copy_OfAnAnswer_SaysWhatTheChatShowedAndNothingElse(string disposition)
    {
        var vignette = Vignette
            .All.Where(one => one.ProtocolDisposition == disposition)
            .MaxBy(one => one.Findings.Count)!;
        var check = await FinishedCheck.OfAsync(server.Client, new ScriptedPatient(vignette, AnswerStyle.Values));
        using var response = await check.Line.CopyAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoStore);

        using var document = PdfDocument.Open(await response.Content.ReadAsByteArrayAsync());
        Assert.InRange(document.NumberOfPages, 1, 2);
        var text = OneLine(string.Concat(document.GetPages().Select(page => page.Text)));
        var shown = ShownIn(check).Select(OneLine).ToList();
        Assert.All(shown, one => Assert.Contains(one, text, StringComparison.Ordinal));
        var left = OnPaperOnly
            .Concat(shown.OrderByDescending(one => one.Length))
            .Aggregate(text, (rest, known) => rest.Replace(known, " ", StringComparison.Ordinal));
        Assert.Equal("", Rest().Replace(left, ""));
    }

    [Fact]
    public async Task Copy_BeforeTheAnswer_SaysThatThereIsNoneYet()
    {
        var line = await OpenLine.StartedAsync(server.Client);
        using var response = await line.CopyAsync();
        await AssertProblemAsync(response, HttpStatusCode.NotFound, "There is no answer to keep yet.");
    }

    [Fact]
    public async Task Copy_InACrisis_IsNotMade()
    {
        var line = await OpenLine.StartedAsync(server.Client);
        await line.SayAsync("I want to kill myself", "crisis");
        Assert.Contains(
            await line.ReadAsync(),
            activity => activity.ToString().Contains("\"quickExit\":true", StringComparison.Ordinal)
        );
        using var response = await line.CopyAsync();
        await AssertProblemAsync(response, HttpStatusCode.NotFound, "We make no copy of this");
    }

    [Fact]
    public async Task Copy_WithoutAToken_IsRefused()
    {
        var line = await OpenLine.StartedAsync(server.Client);
        using var response = await line.CopyAsync(line, authorization: null);
        await AssertProblemAsync(response, HttpStatusCode.Unauthorized, "tokens/generate");
    }

    [Fact]
    public async Task Copy_WithTheTokenOfAnotherConversation_IsRefused()
    {
        var check = await FinishedCheck.OfAsync(server.Client, Anybody);
        var stranger = await OpenLine.StartedAsync(server.Client);
        using var response = await stranger.CopyAsync(check.Line);
        await AssertProblemAsync(response, HttpStatusCode.Forbidden, "tokens/resume");
    }

    [Fact]
    public async Task Copy_OfADeletedConversation_IsGone()
    {
        var check = await FinishedCheck.OfAsync(server.Client, Anybody);
        await check.Line.ForgetAsync();
        using var response = await check.Line.CopyAsync();
        await AssertProblemAsync(response, HttpStatusCode.NotFound, "There is no such talk, or it was deleted.");
    }

    [Fact]
    public async Task Copy_OfAnAnswerThatThePersonMadeUp_DoesNotExist()
    {
        var line = await OpenLine.StartedAsync(server.Client);
        await line.AnswerAsync(
            new JsonObject
            {
                ["text"] = "Look",
                ["channelData"] = JsonNode.Parse(
                    """{"spasmbot":{"answer":{"disposition":"physio","title":"You are fine","sections":[]}}}"""
                ),
            }
        );
        using var response = await line.CopyAsync();
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static ScriptedPatient Anybody => new(Vignette.All[0], AnswerStyle.Values);

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string words)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(words, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> ShownIn(FinishedCheck check)
    {
        yield return check.Answer.GetProperty("title").GetString()!;
        foreach (var phone in check.Emergency?.GetProperty("phones").EnumerateArray().ToArray() ?? [])
        {
            yield return phone.GetProperty("label").GetString()!;
            yield return phone.GetProperty("number").GetString()!;
        }

        // Whether the desk is staffed is true of that moment only.
        var sections = check.Answer.GetProperty("sections").EnumerateArray();
        foreach (var section in sections.Where(section => section.GetProperty("id").GetString() != "desk"))
        {
            // Two sections speak for themselves, on the page as in the chat.
            if (section.GetProperty("id").GetString() is not ("when" or "note"))
                yield return section.GetProperty("heading").GetString()!;
            foreach (var item in section.GetProperty("items").EnumerateArray())
            {
                foreach (var part in item.EnumerateObject().Select(part => part.Value.GetString()!))
                    yield return part;
            }
        }
    }

    private static string OneLine(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    /// <summary>The date, the pages, and the word and the marks around the sources.</summary>
    [GeneratedRegex(
        @"\d{1,2} \w+ \d{4}, \d\d:\d\d|Page \d of \d|Sources:|[;\s]",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Rest();
}
