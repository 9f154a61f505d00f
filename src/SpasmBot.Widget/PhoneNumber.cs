namespace SpasmBot.Widget;

/// <summary>Telephone numbers as links.</summary>
public static class PhoneNumber
{
    /// <summary>The <c>tel:</c> address of a number as people write it.</summary>
    public static string Link(string number) =>
        "tel:" + string.Concat(number.Where(sign => char.IsAsciiDigit(sign) || sign is '+' or '*' or '#'));
}
