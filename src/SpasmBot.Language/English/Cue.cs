namespace SpasmBot.Language.English;

/// <summary>The kinds of general words, by their names in <c>english.yaml</c>.</summary>
internal static class Cue
{
    public const string No = "no";
    public const string Not = "not";
    public const string Closed = "closed";
    public const string Break = "breaks";
    public const string Subject = "subjects";
    public const string Possessive = "possessives";
    public const string Light = "light";
    public const string AfterNo = "after_no";
    public const string AfterFine = "after_fine";
    public const string Gone = "gone";
    public const string Over = "over";
    public const string Now = "now";
    public const string Was = "was";
    public const string Still = "still";
    public const string PastTense = "past_tense";
    public const string Doubt = "doubt";
    public const string DoubtAfter = "doubt_after";
    public const string NoDoubt = "no_doubt";
    public const string Supposed = "supposed";
    public const string IfSo = "if_so";
    public const string Family = "family";
    public const string Past = "past";
    public const string Relative = "relatives";
    public const string Worsens = "worsens";
    public const string Whenever = "whenever";
    public const string Spares = "spares";
    public const string Eases = "eases";
    public const string Fails = "fails";
}
