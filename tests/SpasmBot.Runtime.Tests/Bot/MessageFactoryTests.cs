namespace SpasmBot.Runtime.Tests.Bot;

public class MessageFactoryTests
{
    [Fact]
    public void Text_IsAMessage_ThatAcceptsInputUnlessToldOtherwise()
    {
        var message = MessageFactory.Text("hello", "<speak/>");
        Assert.Equal((ActivityTypes.Message, "hello", "<speak/>"), (message.Type, message.Text, message.Speak));
        Assert.Equal(InputHints.AcceptingInput, message.InputHint);
        Assert.Equal(InputHints.IgnoringInput, MessageFactory.Text("x", null, InputHints.IgnoringInput).InputHint);
        Assert.Null(MessageFactory.Text(null).Text);
    }

    [Fact]
    public void SuggestedActions_OfTexts_SendThoseTexts()
    {
        var message = MessageFactory.SuggestedActions(["one", "two"], "pick", null, InputHints.ExpectingInput);

        Assert.Equal(("pick", InputHints.ExpectingInput), (message.Text, message.InputHint));
        Assert.Equal(["one", "two"], message.SuggestedActions.Actions.Select(a => a.Title));
        Assert.Equal(["one", "two"], message.SuggestedActions.Actions.Select(a => a.Value));
        Assert.All(message.SuggestedActions.Actions, a => Assert.Equal(ActionTypes.ImBack, a.Type));
    }

    [Fact]
    public void SuggestedActions_OfButtons_AreThoseButtons()
    {
        var button = new CardAction(ActionTypes.OpenUrl, "Open", value: "https://example.org");
        Assert.Same(button, MessageFactory.SuggestedActions([button]).SuggestedActions.Actions[0]);
    }

    [Fact]
    public void Attachments_LieInAListOrACarousel()
    {
        var attachments = new[] { new Attachment(name: "a"), new Attachment(name: "b") };

        Assert.Equal(AttachmentLayoutTypes.List, MessageFactory.Attachment(attachments).AttachmentLayout);
        Assert.Equal(AttachmentLayoutTypes.List, MessageFactory.List(attachments).AttachmentLayout);
        var carousel = MessageFactory.Carousel(attachments, "look");
        Assert.Equal((AttachmentLayoutTypes.Carousel, "look"), (carousel.AttachmentLayout, carousel.Text));
        Assert.Equal(["a", "b"], carousel.Attachments.Select(a => a.Name));
        Assert.Equal("a", Assert.Single(MessageFactory.Attachment(attachments[0]).Attachments).Name);
    }

    [Fact]
    public void ContentUrl_IsAnAttachmentByAddress()
    {
        var attachment = Assert.Single(MessageFactory.ContentUrl("https://x/y.png", "image/png", "y").Attachments);
        Assert.Equal(
            ("https://x/y.png", "image/png", "y"),
            (attachment.ContentUrl, attachment.ContentType, attachment.Name)
        );
    }

    [Fact]
    public void Nothing_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => MessageFactory.SuggestedActions((IEnumerable<string>)null!));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.SuggestedActions((IEnumerable<CardAction>)null!));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Attachment((Attachment)null!));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Attachment((IList<Attachment>)null!));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Carousel(null));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl(" ", "image/png"));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl("https://x", ""));
    }
}
