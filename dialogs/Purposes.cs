namespace SpasmBot.Dialogs;

/// <summary>What a person came for: the options of the menu.</summary>
public static class Purposes
{
    public const string Check = "check";
    public const string Ask = "ask";
    public const string Book = "book";
    public const string Person = "person";
}
