using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SpasmBot.Contracts;
using SpasmBot.Widget.Tests.Kit;

namespace SpasmBot.Widget.Tests.Chat;

/// <summary>Whatever a person, a protocol file or a server says: it is text.</summary>
[Collection(BrowserTests.Name)]
public sealed class MarkupTests(Browser browser)
{
    private static readonly string[] Hostile =
    [
        "<img src=x onerror=broken=1>",
        "\"><svg onload=broken=1>",
        "' onfocus='broken=1' autofocus='",
        "</p></div></template><script>broken=1</script>",
        "javascript:broken=1",
        "<iframe srcdoc='<script>parent.broken=1</script>'>",
        "{{constructor.constructor('broken=1')()}} ${broken=1}",
        "&lt;b&gt; <b>bold</b> \u202egnorw\u202c \0\u0007",
        "<a href=\"javascript:broken=1\">tap</a>",
    ];

    private static readonly SpasmBotData[] Messages =
    [
        Questions.Menu,
        Questions.Signs,
        Questions.Where,
        Questions.Body,
        Questions.Twist,
        Questions.Breathing,
        Questions.Age,
        Questions.Severity,
        Questions.OwnWords,
        Questions.Contact,
        Questions.Summary,
        Questions.Next,
        Questions.Answer,
        Questions.Ambulance,
        Questions.Crisis,
    ];

    /// <summary>What decides how a message is drawn stays, so that all of it is drawn.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "kind", "level" };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Markup_InAnyTextOfAnyMessage_IsDrawnAsText(int seed)
    {
        var random = new Random(seed);
        await using var visit = await ChatVisit.BeginAsync(browser, new ScriptedBot());
        var chat = visit.Page.Locator("#chat");
        foreach (var message in Messages)
        {
            visit.Bot.Conversations["c1"].Say(new(Any(random), Spoilt(message, random)));
            visit.Bot.Conversations["c1"].Say(new($"After {message.Question}{message.Answer?.Title}"));
            await Assertions.Expect(visit.Page.Locator(".message").Last).ToContainTextAsync("After");
            await Assertions
                .Expect(chat.Locator("img, b, iframe, script, [onfocus], [onload], [onerror]"))
                .ToHaveCountAsync(0);
            await Assertions.Expect(chat.Locator("a:not([href^='tel:']):not([href^='/'])")).ToHaveCountAsync(0);
        }

        Assert.False(await visit.Page.EvaluateAsync<bool>("() => 'broken' in window"));
        Assert.Empty(visit.Complaints);
    }

    private static string Any(Random random) => Hostile[random.Next(Hostile.Length)];

    private static SpasmBotData Spoilt(SpasmBotData message, Random random)
    {
        var node = JsonSerializer.SerializeToNode(message, JsonSerializerOptions.Web)!;
        Spoil(node, random);
        return node.Deserialize<SpasmBotData>(JsonSerializerOptions.Web)!;
    }

    private static void Spoil(JsonNode node, Random random)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                if (value?.GetValueKind() == JsonValueKind.String && !Kept.Contains(name))
                    fields[name] = Any(random);
                else if (value is not null)
                    Spoil(value, random);
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i]?.GetValueKind() == JsonValueKind.String)
                    items[i] = Any(random);
                else if (items[i] is { } item)
                    Spoil(item, random);
            }
        }
    }
}
