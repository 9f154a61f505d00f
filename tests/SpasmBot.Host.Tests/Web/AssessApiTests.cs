using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SpasmBot.Host.Tests.Web;

public sealed class AssessApiTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Path = "/api/assess";

    [Fact]
    public async Task Assess_DailyLifeAffected_GivesTheContractsShape()
    {
        var answer = await AssessAsync(
            """{ "age": 34, "onsetDays": 3, "severity": 4, "findings": { "daily-life-affected": "present", "fever": "absent" } }"""
        );

        Assert.Equal("physio", answer.GetProperty("disposition").GetString());
        Assert.Equal(7, answer.GetProperty("bookWithinDays").GetInt32());
        var reason = answer.GetProperty("reasons")[0];
        Assert.Equal("R1", reason.GetProperty("rule").GetString());
        Assert.Equal("daily-life-affected", reason.GetProperty("because")[0].GetProperty("finding").GetString());
        Assert.Equal("present", reason.GetProperty("because")[0].GetProperty("presence").GetString());
        Assert.NotEqual("", reason.GetProperty("source").GetString());
        foreach (var list in (string[])["do", "doNot", "makesItWorse", "couldBe", "safetyNet"])
            Assert.Equal(JsonValueKind.Array, answer.GetProperty(list).ValueKind);
        Assert.Equal("1", answer.GetProperty("protocolVersion").GetString());
    }

    [Fact]
    public async Task Assess_NothingSaid_KeepsTheNullOfBookWithinDays()
    {
        var answer = await AssessAsync("{}");

        Assert.Equal("self-care", answer.GetProperty("disposition").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("bookWithinDays").ValueKind);
    }

    [Fact]
    public async Task Assess_ChestPressure_CallsAmbulance()
    {
        var answer = await AssessAsync("""{ "age": null, "findings": { "chest-pressure": "present" } }""");

        Assert.Equal("ambulance", answer.GetProperty("disposition").GetString());
        Assert.Equal(0, answer.GetProperty("bookWithinDays").GetInt32());
    }

    [Theory]
    [InlineData("""{ "age": "34" }""", "age")]
    [InlineData("""{ "age": 121 }""", "age")]
    [InlineData("""{ "onsetDays": -1 }""", "onsetDays")]
    [InlineData("""{ "severity": 10.5 }""", "severity")]
    [InlineData("""{ "severity": true }""", "severity")]
    [InlineData("""{ "findings": { "no-such-finding": "present" } }""", "findings.no-such-finding")]
    [InlineData("""{ "findings": { "fever": "yes" } }""", "findings.fever")]
    [InlineData("""{ "findings": ["fever"] }""", "findings")]
    [InlineData("""{ "notAnswered": ["no-such-question"] }""", "notAnswered[0]")]
    [InlineData("""{ "pain": 3 }""", "pain")]
    [InlineData("""[]""", "$")]
    [InlineData("""{ "age": 34""", "$")]
    [InlineData("", "$")]
    public async Task Assess_BadInput_NamesTheField(string body, string field)
    {
        var response = await PostAsync(body);

        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains(field, problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task Assess_SeveralMistakes_NamesThemAll()
    {
        var response = await PostAsync("""{ "age": -1, "severity": "bad", "findings": { "feverr": "present" } }""");

        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(
            ["age", "findings.feverr", "severity"],
            problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Assess_BodyTooLarge_Is413() =>
        await ProblemAsync(await PostAsync(new string(' ', 65 * 1024)), HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task Assess_AnotherContentType_Is415() =>
        await ProblemAsync(await PostAsync("{}", "text/plain"), HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task Assess_NoContentType_Is415()
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        await ProblemAsync(await server.Client.PostAsync(Path, content), HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Assess_ByPut_Is405() =>
        await ProblemAsync(await server.Client.PutAsJsonAsync(Path, new { }), HttpStatusCode.MethodNotAllowed);

    [Fact]
    public async Task Api_UnknownPath_Is404() =>
        await ProblemAsync(await server.Client.GetAsync("/api/nothing"), HttpStatusCode.NotFound);

    [Fact]
    public async Task Document_Always_DescribesTheRequestWithAnExampleThatWorks()
    {
        var document = await server.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var paths = document.GetProperty("paths");
        Assert.Equal(
            ["/api/ask", Path, "/api/understand"],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal)
        );
        var operation = paths.GetProperty(Path).GetProperty("post");
        var body = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json");
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(body.GetProperty("example").GetRawText())).StatusCode);
        foreach (var status in (string[])["200", "400", "413", "415"])
            Assert.True(operation.GetProperty("responses").TryGetProperty(status, out _), status);
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.Equal(
            120,
            schemas
                .GetProperty("AssessBody")
                .GetProperty("properties")
                .GetProperty("age")
                .GetProperty("maximum")
                .GetInt32()
        );
        Assert.True(
            schemas.GetProperty("Assessment").GetProperty("properties").TryGetProperty("bookWithinDays", out _)
        );
    }

    private async Task<JsonElement> AssessAsync(string body)
    {
        var response = await PostAsync(body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string mediaType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        return await server.Client.PostAsync(Path, content);
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        return problem;
    }
}
