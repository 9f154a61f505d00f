using System.Globalization;
using Microsoft.Playwright;
using SpasmBot.EndToEnd.Tests.Kit;
using SpasmBot.TestKit;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace SpasmBot.EndToEnd.Tests;

/// <summary>The labelled stories, typed as the first message instead of a choice of the menu.</summary>
[Collection(nameof(Browser))]
public sealed class OwnWordsTests(Browser browser, SharedServer server, ITestOutputHelper output)
{
    private const int MostQuestions = 40;

    /// <summary>What is asked before the own words count, and what follows the answer.</summary>
    private static readonly string[] NotOfTheCheck =
    [
        "menu",
        "for-whom",
        "age",
        "consent",
        "guardian",
        "own-words",
        "own-words.confirm",
        "next",
    ];

    private static readonly string[] Urgent = ["ambulance", "emergency"];

    private static readonly string[] LeastUrgentFirst =
    [
        "self-care",
        "physio",
        "physio-priority",
        "doctor-soon",
        "doctor-today",
        "emergency",
        "ambulance",
    ];

    public static TheoryData<string> Emergencies => [.. Vignette.All.Where(IsUrgent).Select(one => one.Id)];

    public static TheoryData<string> Others => [.. Vignette.All.Where(one => !IsUrgent(one)).Select(one => one.Id)];

    [Theory]
    [MemberData(nameof(Emergencies))]
    public async Task An_emergency_in_the_first_message_shows_the_banner_at_once(string id)
    {
        var chat = await TellAsync(id);

        await Expect(chat.Emergency).ToBeVisibleAsync();
        await Expect(chat.Emergency.Locator("a[href^='tel:']").First).ToBeVisibleAsync();
        await chat.Page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_story_in_the_first_message_is_shown_back_to_confirm(string id)
    {
        var chat = await TellAsync(id);
        await chat.IsAskedAsync("Who is this for?");
        await chat.ChooseAsync(Vignette.All.Single(one => one.Id == id).Age < 18 ? "My child" : "Me");
        var age = chat.Page.Locator("#question-title", new() { HasText = "How old" });
        var consent = chat.Page.Locator("#question-title", new() { HasText = "May we ask about health" });
        await Expect(age.Or(consent)).ToBeVisibleAsync();
        if (await age.IsVisibleAsync())
        {
            await chat.NumberAsync("34");
        }

        await Expect(consent).ToBeVisibleAsync();
        await chat.ChooseAsync("I agree");

        await chat.IsAskedAsync("Did I get this right? Keep what is true.");
        await Expect(chat.Question.Locator("input:checked").First).ToBeVisibleAsync();
        await chat.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_typical_spasm_needs_at_most_eight_questions_more_and_no_story_ends_less_urgent()
    {
        var counts = new List<int>();
        foreach (var vignette in Vignette.All.Where(one => !IsUrgent(one)))
        {
            using var client = await DirectLineClient.StartAsync(server.Address);
            var patient = new ScriptedPatient(vignette, AnswerStyle.Values);
            await client.SayAsync(vignette.Text);
            while (client.Assessment is null && client.Asked.Count < MostQuestions)
            {
                await client.PostAsync(patient.Answer(client.Question));
            }

            var asked = client.Asked.Except(NotOfTheCheck, StringComparer.Ordinal).ToList();
            output.WriteLine($"{vignette.Id}: {asked.Count} {string.Join(' ', asked)}");
            Assert.NotNull(client.Assessment);
            var reached = client.Assessment.Value.GetProperty("disposition").GetString();
            Assert.True(
                Array.IndexOf(LeastUrgentFirst, reached)
                    >= Array.IndexOf(LeastUrgentFirst, vignette.ProtocolDisposition),
                $"{vignette.Id}: {reached}, but the protocol says {vignette.ProtocolDisposition}"
            );
            if (vignette.ProtocolDisposition is "physio" or "self-care")
            {
                counts.Add(asked.Count);
            }
        }

        counts.Sort();
        var median = counts[counts.Count / 2];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median {median}, most {counts[^1]}"));
        Assert.InRange(median, 1, 8);
    }

    private static bool IsUrgent(Vignette vignette) => Urgent.Contains(vignette.ProtocolDisposition);

    private async Task<ChatPage> TellAsync(string id)
    {
        var chat = new ChatPage(await browser.OpenPhoneAsync(server.Address));
        await chat.OpenAsync();
        await chat.Page.Locator("#said").FillAsync(Vignette.All.Single(one => one.Id == id).Text);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        return chat;
    }
}
