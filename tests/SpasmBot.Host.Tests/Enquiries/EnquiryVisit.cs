using System.Net;
using System.Text.RegularExpressions;

namespace SpasmBot.Host.Tests.Enquiries;

/// <summary>Somebody on the page of booking requests, without scripts: sends its forms with what they hold.</summary>
internal sealed partial class EnquiryVisit(HttpClient http)
{
    private string _guard = "";
    private string _ticket = "";

    /// <summary>The page as it is now.</summary>
    public string Page { get; private set; } = "";

    public HttpResponseMessage Answer { get; private set; } = new();

    public HttpStatusCode Status => Answer.StatusCode;

    /// <summary>Whether the page shows the request and not the two questions.</summary>
    public bool IsShown => Page.Contains("enquiry-facts", StringComparison.Ordinal);

    /// <summary>What a page says that differs at each visit, left out.</summary>
    public string PageWithoutSecrets => Hidden().Replace(Nonce().Replace(Page, ""), "");

    public static async Task<EnquiryVisit> AtAsync(HttpClient http, string reference = "")
    {
        var visit = new EnquiryVisit(http);
        await visit.TakeAsync(await http.GetAsync($"enquiry/{Uri.EscapeDataString(reference)}"));
        return visit;
    }

    /// <summary>Says both things.</summary>
    public static async Task<EnquiryVisit> OpenedAsync(HttpClient http, string reference, string contact)
    {
        var visit = await AtAsync(http);
        await visit.ShowAsync(reference, contact);
        return visit;
    }

    public Task ShowAsync(string reference, string contact) =>
        SendAsync(("reference", reference), ("contact", contact));

    public Task CancelAsync() => SendAsync(("do", "cancel"));

    /// <summary>Saves the form of changes; what is named more than once is ticked more than once.</summary>
    public Task ChangeAsync(params (string Name, string Value)[] fields) => SendAsync([("do", "change"), .. fields]);

    /// <summary>Sends a form as another site would have to, which knows nothing of this page.</summary>
    public void ForgetGuard() => _guard = "";

    public void MakeUpTicket() => _ticket = $"A{_ticket}";

    private async Task SendAsync(params (string Name, string Value)[] fields)
    {
        var all = fields.Append(("__RequestVerificationToken", _guard)).Append(("ticket", _ticket));
        using var form = new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        await TakeAsync(await http.PostAsync("enquiry", form));
    }

    private async Task TakeAsync(HttpResponseMessage answer)
    {
        Answer = answer;
        Page = await answer.Content.ReadAsStringAsync();
        var hidden = Hidden().Matches(Page);
        _guard = Of("__RequestVerificationToken");
        _ticket = Of("ticket");

        string Of(string name) =>
            hidden.FirstOrDefault(one => one.Groups["name"].Value == name)?.Groups["value"].Value ?? "";
    }

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Hidden();

    [GeneratedRegex(" nonce=\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nonce();
}
