using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests;

/// <summary>Whatever is typed into a field, it breaks nothing, and what the bot says never repeats it.</summary>
public sealed class FieldInputTests
{
    private static readonly string[] Inputs =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "![x](https://evil.example/p.png)",
        "\u0000\u0007\u001b[31mred",
        "\u202egnp.exe\u2069",
        "😀👩‍⚕️🇿🇦",
        "'; drop table answers; --",
        "{clinic} {you} {phone}",
        new string('x', 5000),
    ];

    public static TheoryData<string, int> InFields
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in new[] { "name", "phone", "email", "when" })
            {
                for (var input = 0; input < Inputs.Length; input++)
                {
                    data.Add(name, input);
                }
            }

            return data;
        }
    }

    public static TheoryData<string, int> AtQuestions
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (
                var question in new[] { "menu", "ask", "own-words", "age", "where", "booking.times", "booking.contact" }
            )
            {
                for (var input = 0; input < Inputs.Length; input++)
                {
                    data.Add(question, input);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(InFields))]
    public async Task Field_AnyInput_IsTakenOrAskedAgainAndNeverRepeatedInWords(string field, int input)
    {
        var chat = await Routes.ToAsync("person.contact");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "Thandi",
            ["phone"] = "082 555 0100",
            [field] = Inputs[input],
        };

        await chat.FillInAsync([.. fields.Select(entry => (entry.Key, entry.Value))]);

        Assert.NotEmpty(chat.Last);
        AssertRepeatsNothing(chat, Inputs[input]);
        var enquiry = chat.Events.Find(reported => reported.Name == "enquiry.created");
        Assert.True(enquiry is not null || chat.Open == "person.contact", chat.Transcript.ToString());
        Assert.DoesNotContain('\u0000', enquiry?.Value.ToString() ?? "");
    }

    [Theory]
    [MemberData(nameof(AtQuestions))]
    public async Task Question_AnyInput_BreaksNothingAndIsNeverRepeatedInWords(string question, int input)
    {
        var chat = await Routes.ToAsync(question);

        await chat.SayAsync(Inputs[input]);
        AssertRepeatsNothing(chat, Inputs[input]);
        await chat.CommandAsync("help");

        Assert.NotEmpty(chat.Last);
        AssertRepeatsNothing(chat, Inputs[input]);
    }

    [Theory]
    [InlineData("<b>bold</b>")]
    [InlineData("Zoë 😀 O'Brien-Nkosi")]
    public async Task Name_AsItWasGiven_IsHandedOver(string name)
    {
        var chat = await Routes.ToAsync("person.contact");

        await chat.FillInAsync(("name", name), ("phone", "082 555 0100"));

        Assert.Equal(name, chat.Events.Single(reported => reported.Name == "enquiry.created")["name"]);
    }

    private static void AssertRepeatsNothing(Chat chat, string input) =>
        Assert.All(chat.Last, said => Assert.DoesNotContain(input, said.Words, StringComparison.Ordinal));
}
