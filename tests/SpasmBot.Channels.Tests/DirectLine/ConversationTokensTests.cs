using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using SpasmBot.Channels.DirectLine;
using SpasmBot.Contracts;

namespace SpasmBot.Channels.Tests.DirectLine;

public class ConversationTokensTests
{
    private static readonly ConversationToken Mine = new(new ConversationKey(new ClinicId("hillside"), "c1"), "dl_me");
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Check_IssuedToken_GivesBackWhatItVouchesFor()
    {
        var tokens = Tokens(Key);

        Assert.Equal(Mine, await tokens.CheckAsync(tokens.Issue(Mine, TokenUse.Converse), TokenUse.Converse));
    }

    [Fact]
    public async Task Check_JustBeforeTheEnd_IsGood_AndAtTheEndNot()
    {
        var tokens = Tokens(Key);
        var token = tokens.Issue(Mine, TokenUse.Converse);

        _clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await tokens.CheckAsync(token, TokenUse.Converse));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await tokens.CheckAsync(token, TokenUse.Converse));
    }

    [Fact]
    public async Task Check_TokenOfAStreamAddress_CannotSpeak()
    {
        var tokens = Tokens(Key);

        Assert.Null(await tokens.CheckAsync(tokens.Issue(Mine, TokenUse.Listen), TokenUse.Converse));
        Assert.Null(await tokens.CheckAsync(tokens.Issue(Mine, TokenUse.Converse), TokenUse.Listen));
    }

    [Fact]
    public async Task Check_SignedWithAnotherKey_IsRefused()
    {
        var forged = Tokens(RandomNumberGenerator.GetBytes(32)).Issue(Mine, TokenUse.Converse);

        Assert.Null(await Tokens(Key).CheckAsync(forged, TokenUse.Converse));
    }

    [Fact]
    public async Task Check_UnsignedToken_IsRefused()
    {
        var signed = new JsonWebToken(Tokens(Key).Issue(Mine, TokenUse.Converse));
        var none = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");

        Assert.Null(await Tokens(Key).CheckAsync($"{none}.{signed.EncodedPayload}.", TokenUse.Converse));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    public async Task Check_Rubbish_IsRefused(string? token)
    {
        Assert.Null(await Tokens(Key).CheckAsync(token, TokenUse.Converse));
    }

    [Fact]
    public void Issue_NamesTheUser_AsPublicClientsLookForIt()
    {
        var token = new JsonWebToken(Tokens(Key).Issue(Mine, TokenUse.Converse));

        Assert.Equal("dl_me", token.GetClaim("user").Value);
    }

    private ConversationTokens Tokens(byte[] key) => new(key, TimeSpan.FromMinutes(30), _clock);
}
