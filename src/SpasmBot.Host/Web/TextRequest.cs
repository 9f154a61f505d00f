using System.Globalization;
using System.Text.Json;
using SpasmBot.Clinical;
using SpasmBot.Dialogs;

namespace SpasmBot.Host.Web;

/// <summary>Reads the body of a request about a text, strictly: what it does not know is an error that names the field.</summary>
internal sealed class TextRequest
{
    /// <summary>The longest text that is read, as in the conversation.</summary>
    public const int LongestText = InterruptibleDialog.LongestText;

    /// <summary>The largest body: a text of which every character is escaped, and what stands beside it.</summary>
    public const int LargestBody = 64 * 1024;

    private static readonly string[] Whom = ["me", "child", "someone"];

    private readonly SortedDictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    public string Text { get; private set; } = "";

    public DateOnly? Today { get; private set; }

    public string? Question { get; private set; }

    public IReadOnlyList<string> Options { get; private set; } = [];

    public string? ForWhom { get; private set; }

    /// <summary>Reads the request; the result is a problem when it cannot be used.</summary>
    /// <param name="http">The request.</param>
    /// <param name="fields">The fields that it may have beside <c>text</c>.</param>
    /// <param name="protocol">Whose finding ids count as options.</param>
    public static async Task<(TextRequest Request, IResult? Problem)> ReadAsync(
        HttpContext http,
        IReadOnlyList<string> fields,
        Protocol protocol
    )
    {
        var request = new TextRequest();
        if (!http.Request.HasJsonContentType())
            return (request, Results.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType));
        using var reader = new StreamReader(http.Request.Body);
        request.Read(await reader.ReadToEndAsync(http.RequestAborted), ["text", .. fields], protocol);
        return (request, request.Problem());
    }

    private IResult? Problem() =>
        Text.Length > LongestText
            ? Results.Problem(
                statusCode: StatusCodes.Status413PayloadTooLarge,
                detail: $"The text may have {LongestText} characters."
            )
        : _errors.Count > 0 ? Results.ValidationProblem(_errors)
        : null;

    private void Read(string body, string[] fields, Protocol protocol)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                ReadFields(document.RootElement, fields, protocol);
            else
                Fail(AssessRequest.WholeBody, "must be an object");
        }
        catch (JsonException error)
        {
            var place = $"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}";
            Fail(AssessRequest.WholeBody, $"is not valid JSON ({place})");
        }
        catch (InvalidOperationException)
        {
            // Half a character ("\ud800"), at which every reading of the text throws.
            Fail(AssessRequest.WholeBody, "contains a text that is not valid Unicode");
        }
    }

    private void ReadFields(JsonElement body, string[] fields, Protocol protocol)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in body.EnumerateObject())
        {
            if (!fields.Contains(field.Name, StringComparer.Ordinal))
                Fail(field.Name, $"is not known here; expected: {string.Join(", ", fields)}");
            else if (!seen.Add(field.Name))
                Fail(field.Name, "is given twice");
            else
                ReadField(field, protocol);
        }
        if (!seen.Contains("text"))
            Fail("text", "is missing");
    }

    private void ReadField(JsonProperty field, Protocol protocol)
    {
        switch (field.Name)
        {
            case "text":
                Text = field.Value.ValueKind == JsonValueKind.Null ? Fail("text", "must be a text") : TextOf(field);
                break;
            case "options":
                ReadOptions(field.Value, protocol);
                break;
            case "today" when IsGiven(field):
                Today = DateOf(field);
                break;
            case "question" when IsGiven(field):
                Question = TextOf(field);
                break;
            case "forWhom" when IsGiven(field):
                ForWhom = TextOf(field);
                if (!Whom.Contains(ForWhom, StringComparer.Ordinal))
                    Fail("forWhom", $"must be one of {string.Join(", ", Whom)}");
                break;
        }
    }

    private static bool IsGiven(JsonProperty field) => field.Value.ValueKind != JsonValueKind.Null;

    private string TextOf(JsonProperty field) =>
        field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : Fail(field.Name, "must be a text");

    private DateOnly? DateOf(JsonProperty field)
    {
        const string Form = "yyyy-MM-dd";
        if (DateOnly.TryParseExact(field.Value.ToString(), Form, CultureInfo.InvariantCulture, default, out var date))
            return date;
        Fail(field.Name, $"must be a date as {Form}");
        return null;
    }

    private void ReadOptions(JsonElement given, Protocol protocol)
    {
        if (given.ValueKind == JsonValueKind.Null)
            return;
        if (given.ValueKind != JsonValueKind.Array)
        {
            Fail("options", "must be a list of finding ids");
            return;
        }
        var options = new List<string>();
        foreach (var (index, one) in given.EnumerateArray().Index())
        {
            var id = one.ValueKind == JsonValueKind.String ? one.GetString()! : null;
            if (id is null || protocol.FindFinding(id) is null)
                Fail($"options[{index}]", "is not a finding of this protocol");
            else if (options.Contains(id))
                Fail($"options[{index}]", "is given twice");
            else
                options.Add(id);
        }
        Options = options;
    }

    private string Fail(string field, string message)
    {
        _errors.TryAdd(field.Length <= 80 ? field : field[..80] + "...", [message]);
        return "";
    }
}
