using SpasmBot.Dialogs.Tests.Kit;

namespace SpasmBot.Dialogs.Tests.Forms;

public sealed class FormPromptTests
{
    [Fact]
    public async Task Form_WrongPhone_KeepsTheRestAndSaysWhatIsExpected()
    {
        var chat = await AtFormAsync();

        await chat.FillInAsync(("name", "Thandi"), ("phone", "123"));

        Assert.Equal("person.contact", chat.Open);
        Assert.Equal("Thandi", chat.Question!.Fields["name"].GetProperty("value").GetString());
        Assert.Contains(
            "082 555 0100",
            chat.Question.Fields["phone"].GetProperty("error").GetString()!,
            StringComparison.Ordinal
        );
        Assert.Contains("Please type it like 082 555 0100.", chat.Question.Text("error"), StringComparison.Ordinal);
        await chat.FillInAsync(("phone", "082 555 0100"));
        Assert.Equal("Thandi", chat.Events[0]["name"]);
    }

    [Fact]
    public async Task Form_TypedInOneLine_IsRead()
    {
        var chat = await AtFormAsync();

        await chat.SayAsync("Thandi, 082 555 0100, after four");

        Assert.Equal(
            ("Thandi", "+27825550100", "after four"),
            (chat.Events[0]["name"], chat.Events[0]["phone"], chat.Events[0]["whenToCall"])
        );
    }

    [Fact]
    public async Task Form_TypedBitByBit_IsPutTogether()
    {
        var chat = await AtFormAsync();

        await chat.SayAsync("Thandi");
        Assert.Equal("person.contact", chat.Open);
        await chat.SayAsync("082 555 0100");

        Assert.Equal(("Thandi", "+27825550100"), (chat.Events[0]["name"], chat.Events[0]["phone"]));
    }

    [Fact]
    public async Task Form_FailedTwice_OffersAPerson()
    {
        var chat = await Chat.StartAsync();
        await chat.TickAsync("book");
        await chat.TickAsync("monday");

        await chat.FillInAsync(("name", "Thandi"), ("phone", "1"));
        Assert.DoesNotContain("type \"person\"", chat.LastText, StringComparison.Ordinal);
        await chat.FillInAsync(("phone", "2"));

        Assert.Contains("type \"person\"", chat.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_Why_SaysItAndKeepsWhatWasGiven()
    {
        var chat = await AtFormAsync();
        await chat.FillInAsync(("name", "Thandi"), ("phone", "123"));

        await chat.CommandAsync("why");

        Assert.StartsWith("So that our desk can call you.", chat.LastText, StringComparison.Ordinal);
        Assert.Equal("Thandi", chat.Question!.Fields["name"].GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{\"name\":{\"deep\":1},\"phone\":[2]}")]
    public async Task Form_ValueOfTheWrongShape_AsksAgain(string value)
    {
        var chat = await AtFormAsync();

        await chat.SendAsync(
            new Activity(ActivityTypes.Message) { Value = $"{{\"question\":\"person.contact\",\"value\":{value}}}" }
        );

        Assert.Equal("person.contact", chat.Open);
        Assert.NotNull(chat.Question!.Text("error"));
        Assert.Empty(chat.Events);
    }

    private static async Task<Chat> AtFormAsync()
    {
        var chat = await Chat.StartAsync();
        await chat.TickAsync("person");
        return chat;
    }
}
