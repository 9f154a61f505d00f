using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpasmBot.Clinical;

namespace SpasmBot.Host.Tests.Web;

public sealed class ProtocolPageTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Page_OfTheRunningProtocol_HoldsEveryQuestionRuleReasonSourceAndSentence()
    {
        var protocol = TestKit.Shipped.Protocol;
        var text = await TextAsync(server.Client);

        string[] expected =
        [
            .. protocol.Rules.SelectMany(rule => new[] { rule.Id, rule.WhenText, rule.Reason, rule.Source }),
            .. protocol.Questions.SelectMany(question =>
                new[] { question.Label, Said(question.Text), Said(question.Why) }
            ),
            .. protocol.Questions.SelectMany(question => question.Options).Select(option => option.Title),
            .. protocol.Findings.SelectMany(finding => new[] { finding.Label, finding.Term, Said(finding.Definition) }),
            .. protocol.Advice.SelectMany(item => new[] { Said(item.Text), item.Source }),
            .. protocol.Conditions.Select(condition => condition.Text),
            .. protocol.Dispositions.Values.Select(disposition => disposition.WhenToBook),
            .. protocol.Proofs!.Proofs.Select(proof => proof.Claim),
            .. protocol.History.SelectMany(version => version.Changes),
            .. protocol.Expectations.Select(expectation => expectation.Source),
            ExpressionWords.Of(protocol.Rules[6].When!, protocol),
            ProtocolFingerprint.Of(protocol),
        ];
        Assert.All(expected, sentence => Assert.Contains(Escaped(sentence), text, StringComparison.Ordinal));
        Assert.DoesNotContain("{you", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Signature", text, StringComparison.Ordinal);
        Assert.DoesNotContain("another state of the rules", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Always_HasNothingInlineAndIsNotForSearchEngines()
    {
        var response = await server.Client.GetAsync("/protocol");
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("noindex", response.Headers.GetValues("X-Robots-Tag").Single());
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        foreach (var sheet in new[] { "/protocol.css", "/_content/SpasmBot.Widget/tokens.css", "/chat/brand.css" })
            Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(sheet)).StatusCode);
    }

    [Fact]
    public async Task Page_RulesChangedAndMarkupInAText_SaysThatTheProofsAreOldAndShowsTheMarkup()
    {
        var shipped = TestKit.Shipped.Protocol;
        var rule = shipped.Rules[0] with { Reason = "<b>bold</b>", Disposition = Disposition.Emergency };
        using var data = new TemporaryFolder();
        await using var changed = await TestServer.StartAsync(
            data,
            adapt: builder =>
                builder.Services.Replace(
                    ServiceDescriptor.Singleton(shipped with { Rules = [rule, .. shipped.Rules.Skip(1)] })
                )
        );

        var text = await TextAsync(changed.Client);

        Assert.Contains("These proofs are of another state of the rules", text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;bold&lt;/b&gt;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_FlowPicture_ShowsEveryPartInTheOrderOfTheConversationAndEveryAnswer()
    {
        var html = await TextAsync(server.Client);
        var picture = html[html.IndexOf("<svg class=\"flow\"", StringComparison.Ordinal)..];
        picture = picture[..picture.LastIndexOf("</svg>", StringComparison.Ordinal)];

        var at = new[]
        {
            "Emergency signs<",
            "Where<",
            "Onset<",
            "Pain<",
            "Activities<",
            "Health<",
            "After every answer<",
        }
            .Select(title => picture.IndexOf($">{title}", StringComparison.Ordinal))
            .ToArray();
        Assert.All(at, place => Assert.True(place > 0));
        Assert.Equal(at.Order(), at);
        Assert.Contains(">A1 A2 A3", picture, StringComparison.Ordinal);
        Assert.Contains("role=\"img\"", picture, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(HttpClient client) =>
        await client.GetStringAsync(new Uri("/protocol", UriKind.Relative));

    private static string Said(string text) =>
        text.Replace("{you}", "you", StringComparison.Ordinal)
            .Replace("{your}", "your", StringComparison.Ordinal)
            .Replace("{You}", "You", StringComparison.Ordinal)
            .Replace("{Your}", "Your", StringComparison.Ordinal);

    /// <summary>As the page writes it: what is no plain letter becomes a character reference.</summary>
    private static string Escaped(string text) =>
        System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal);
}
