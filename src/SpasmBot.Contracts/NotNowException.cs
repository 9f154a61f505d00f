namespace SpasmBot.Contracts;

/// <summary>A conversation cannot be read just now, because its store cannot: the same call may be made again.</summary>
[GenerateSerializer]
[Alias("SpasmBot.NotNow")]
public sealed class NotNowException(string message) : Exception(message);
