namespace SpasmBot.Language.Reading;

/// <summary>The words that make a question, and those that make it personal.</summary>
internal static class QuestionWords
{
    /// <summary>Whether a sentence that starts with these two words asks.</summary>
    public static bool Starts(string first, string second) => !Tells(first, second) && Asks(first, second);

    // "Must have slept funny", "could be the gym", "is worse at night": a statement that leaves out its subject.
    private static bool Tells(string first, string second) =>
        first
            is "can"
                or "could"
                or "does"
                or "do"
                or "did"
                or "is"
                or "are"
                or "will"
                or "would"
                or "should"
                or "must"
                or "may"
        && second
            is "have"
                or "be"
                or "been"
                or "not"
                or "never"
                or "just"
                or "also"
                or "only"
                or "still"
                or "always"
                or "hardly"
                or "barely"
                or "hurt"
                or "hurts"
                or "worse"
                or "better"
                or "sore"
                or "stiff"
                or "feel"
                or "seem"
                or "get"
                or "nothing";

    private static bool Asks(string first, string second) =>
        first
            is "what"
                or "whats"
                or "which"
                or "who"
                or "whos"
                or "whose"
                or "where"
                or "wheres"
                or "why"
                or "whys"
                or "how"
                or "hows"
                or "can"
                or "could"
                or "does"
                or "do"
                or "did"
                or "is"
                or "are"
                or "will"
                or "would"
                or "should"
                or "must"
                or "may"
                or "explain"
                or "define"
                or "wat"
                or "hoe"
                or "hoekom"
                or "waar"
        || (first is "when" && second is "is" or "are" or "do" or "does" or "can" or "should" or "will" or "must")
        || (first is "tell" && second is "me" or "us")
        || (first is "list" or "name" or "describe" && second is "the" or "all" or "some" or "your");

    /// <summary>Whether a word makes the sentence one about the patient.</summary>
    public static bool IsPersonal(string word) =>
        word
            is "i"
                or "im"
                or "ive"
                or "id"
                or "me"
                or "my"
                or "mine"
                or "he"
                or "hes"
                or "she"
                or "shes"
                or "his"
                or "her"
                or "him"
                or "we"
                or "our"
                or "ek"
                or "my"
                or "myself";
}
