using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SpasmBot.Host.Tests.Web;

public sealed class LanguageApiTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Ask = "/api/ask";
    private const string Understand = "/api/understand";

    [Fact]
    public async Task Ask_Covered_GivesTheContractsShape()
    {
        var answer = await OkAsync(Ask, """{ "text": "do I need an MRI?" }""");

        Assert.Equal(
            ["answered", "section", "title", "text", "alternatives"],
            answer.EnumerateObject().Select(field => field.Name)
        );
        Assert.True(answer.GetProperty("answered").GetBoolean());
        Assert.Equal("mri", answer.GetProperty("section").GetString());
        Assert.Equal("Do I need an MRI?", answer.GetProperty("title").GetString());
        Assert.Contains("not needed", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            "Do I need an X-ray?",
            answer.GetProperty("alternatives").EnumerateArray().Select(title => title.GetString())
        );
    }

    [Fact]
    public async Task Ask_NotCovered_SaysSoWithSuggestions()
    {
        var answer = await OkAsync(Ask, """{ "text": "what does a session cost" }""");

        Assert.Equal(["answered", "suggestions"], answer.EnumerateObject().Select(field => field.Name));
        Assert.False(answer.GetProperty("answered").GetBoolean());
        Assert.NotEmpty(answer.GetProperty("suggestions").EnumerateArray());
    }

    [Fact]
    public async Task Ask_AnEmergencyInIt_IsOnlyTheAssessment()
    {
        var answer = await OkAsync(Ask, """{ "text": "is heat fine, there is a crushing pressure on my chest" }""");

        Assert.Equal(["emergency"], answer.EnumerateObject().Select(field => field.Name));
        Assert.Equal("ambulance", answer.GetProperty("emergency").GetProperty("disposition").GetString());
        Assert.Equal(
            "chest-pressure",
            answer
                .GetProperty("emergency")
                .GetProperty("reasons")[0]
                .GetProperty("because")[0]
                .GetProperty("finding")
                .GetString()
        );
    }

    [Fact]
    public async Task Understand_OwnWords_GivesTheContractsShape()
    {
        const string Text = "it hurts since Tuesday, no fever, like a 6";
        var answer = await OkAsync(Understand, $$"""{ "text": "{{Text}}", "today": "2026-11-22" }""");

        Assert.Equal(
            ["onsetDays", "severity", "findings", "mentions"],
            answer.EnumerateObject().Select(field => field.Name)
        );
        Assert.Equal(5, answer.GetProperty("onsetDays").GetInt32());
        Assert.Equal(6, answer.GetProperty("severity").GetInt32());
        Assert.Equal("absent", answer.GetProperty("findings").GetProperty("fever").GetString());
        var mention = answer.GetProperty("mentions").EnumerateArray().Single(one => Finding(one) == "fever");
        Assert.Equal("absent", mention.GetProperty("presence").GetString());
        Assert.Equal(
            "fever",
            Text.Substring(mention.GetProperty("start").GetInt32(), mention.GetProperty("length").GetInt32())
        );
        Assert.Equal("no", mention.GetProperty("because").GetString());
    }

    [Theory]
    [InlineData("aggravating", "the second", "worse-bag", "present")]
    [InlineData("aggravating", "everything except driving", "worse-driving", "absent")]
    [InlineData("no-such-question", "the first one", "worse-driving", "present")]
    public async Task Understand_AnAnswer_UsesTheQuestionAndTheOptions(
        string question,
        string text,
        string finding,
        string presence
    )
    {
        var answer = await OkAsync(
            Understand,
            $$"""{ "text": "{{text}}", "question": "{{question}}", "options": ["worse-driving", "worse-bag"] }"""
        );

        Assert.Equal(presence, answer.GetProperty("findings").GetProperty(finding).GetString());
    }

    [Theory]
    [InlineData("pain.severity", "fve", "severity", 5)]
    [InlineData("age", "late twenties", "age", 28)]
    [InlineData("onset.when", "a fortnight", "onsetDays", 14)]
    public async Task Understand_AnAnswerToANumber_IsThatNumber(string question, string text, string field, int number)
    {
        var answer = await OkAsync(Understand, $$"""{ "text": "{{text}}", "question": "{{question}}" }""");

        Assert.Equal(number, answer.GetProperty(field).GetInt32());
    }

    [Theory]
    [InlineData(Ask, """{ "text": 5 }""", "text")]
    [InlineData(Ask, """{ "text": null }""", "text")]
    [InlineData(Ask, """{}""", "text")]
    [InlineData(Ask, """{ "text": "x", "today": "2026-11-22" }""", "today")]
    [InlineData(Ask, """["x"]""", "$")]
    [InlineData(Ask, """{ "text": "x" """, "$")]
    [InlineData(Ask, """{ "text": "\ud800" }""", "$")]
    [InlineData(Ask, """{ "text": "x", "text": "y" }""", "text")]
    [InlineData(Understand, """{ "text": "x", "today": "22/11/2026" }""", "today")]
    [InlineData(Understand, """{ "text": "x", "today": 5 }""", "today")]
    [InlineData(Understand, """{ "text": "x", "question": 7 }""", "question")]
    [InlineData(Understand, """{ "text": "x", "options": "fever" }""", "options")]
    [InlineData(Understand, """{ "text": "x", "options": ["fever", "feverr"] }""", "options[1]")]
    [InlineData(Understand, """{ "text": "x", "options": ["fever", "fever"] }""", "options[1]")]
    [InlineData(Understand, """{ "text": "x", "options": [7] }""", "options[0]")]
    [InlineData(Understand, """{ "text": "x", "forWhom": "dog" }""", "forWhom")]
    [InlineData(Understand, """{ "text": "x", "mood": "good" }""", "mood")]
    public async Task Post_BadInput_NamesTheField(string path, string body, string field)
    {
        var problem = await ProblemAsync(await PostAsync(path, body), HttpStatusCode.BadRequest);

        Assert.Contains(field, problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Theory]
    [InlineData(Ask)]
    [InlineData(Understand)]
    public async Task Post_FourThousandCharacters_IsRead(string path)
    {
        var response = await PostAsync(path, JsonSerializer.Serialize(new { text = new string('é', 4000) }));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(Ask, 4001)]
    [InlineData(Understand, 4001)]
    [InlineData(Ask, 70_000)]
    public async Task Post_LongerText_Is413(string path, int length) =>
        await ProblemAsync(
            await PostAsync(path, JsonSerializer.Serialize(new { text = new string('a', length) })),
            HttpStatusCode.RequestEntityTooLarge
        );

    [Theory]
    [InlineData(Ask)]
    [InlineData(Understand)]
    public async Task Post_AnotherContentType_Is415(string path) =>
        await ProblemAsync(await PostAsync(path, "{}", "text/plain"), HttpStatusCode.UnsupportedMediaType);

    [Theory]
    [InlineData(Ask)]
    [InlineData(Understand)]
    public async Task Document_Always_HasAnExampleThatWorks(string path)
    {
        var document = await server.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var operation = document.GetProperty("paths").GetProperty(path).GetProperty("post");
        var body = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json");
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(path, body.GetProperty("example").GetRawText())).StatusCode);
        foreach (var status in (string[])["200", "400", "413", "415"])
            Assert.True(operation.GetProperty("responses").TryGetProperty(status, out _), status);
    }

    private static string? Finding(JsonElement mention) => mention.GetProperty("finding").GetString();

    private async Task<JsonElement> OkAsync(string path, string body)
    {
        var response = await PostAsync(path, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string body, string mediaType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        return await server.Client.PostAsync(path, content);
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
