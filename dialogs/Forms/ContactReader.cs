using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;
using PhoneNumbers;
using SpasmBot.Dialogs.Wording;

namespace SpasmBot.Dialogs.Forms;

/// <summary>What was given in a contact form so far, and what is wrong with it, by field id.</summary>
public sealed record FormReading(IReadOnlyDictionary<string, string> Given, IReadOnlyDictionary<string, string> Errors)
{
    /// <summary>The details; only meaningful when there are no errors.</summary>
    public ContactDetails? Details { get; init; }
}

/// <summary>Reads and checks contact details, from fields or from one typed line.</summary>
public sealed partial class ContactReader(string region, Messages texts)
{
    /// <summary>The longest that any field may be, in characters.</summary>
    public const int LongestField = 200;

    /// <summary>Shorter ones exist on paper only; here they are slips of the finger.</summary>
    private const ulong LeastNumber = 1_000_000;

    private const string NameField = "name";
    private const string PhoneField = "phone";
    private const string EmailField = "email";
    private const string WhenField = "when";

    private static readonly char[] Separators = [' ', ',', ';', '\n', '\t'];
    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    /// <summary>Checks fields; what was given before stays where nothing new is given.</summary>
    public FormReading Check(
        IReadOnlyList<BotField> fields,
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> given
    )
    {
        var all = new Dictionary<string, string>(before, StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (given.TryGetValue(field.Id, out var text))
            {
                all[field.Id] = Clean(text);
            }
        }

        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields.Where(field => all.GetValueOrDefault(field.Id)?.Length > LongestField))
        {
            errors[field.Id] = texts.ContactTooLong;
        }

        CheckName(fields, all, errors);
        var phone = ReadPhone(all, errors);
        var email = ReadEmail(all, errors);
        if (phone is null && email is null && errors.Count == 0)
        {
            errors[PhoneField] = texts.ContactReach;
        }

        return new(all, errors) { Details = new(Given(all, NameField), phone, email, Given(all, WhenField)) };
    }

    /// <summary>
    /// Finds the details in one typed line: "Thandi, 082 123 4567, after four". A name that was given before stays: what
    /// is typed next puts right what was asked for.
    /// </summary>
    public IReadOnlyDictionary<string, string> FromLine(string line, IReadOnlyDictionary<string, string> before)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = Clean(line);
        var rest = text;
        if (FindPhone(text) is { } phone)
        {
            found[PhoneField] = text[phone].Trim();
            var after = text[phone.End..].Trim(' ', ',', ';', '.');
            if (after.Length > 0 && !after.Contains('@', StringComparison.Ordinal))
            {
                found[WhenField] = after;
                rest = text[..phone.Start];
            }
            else
            {
                rest = $"{text[..phone.Start]} {text[phone.End..]}";
            }
        }

        var email = rest.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(word => word.Contains('@', StringComparison.Ordinal));
        if (email is not null)
        {
            found[EmailField] = email;
            rest = rest.Replace(email, " ", StringComparison.Ordinal);
        }

        var name = string.Join(' ', rest.Split(Separators, StringSplitOptions.RemoveEmptyEntries));
        var hasName = before.TryGetValue(NameField, out var known) && known.Length is > 0 and <= LongestField;
        if (name.Length > 0 && !hasName)
        {
            found[NameField] = name;
        }

        return found;
    }

    /// <summary>A number that exists, otherwise digits that were meant as one, so that they can be put right.</summary>
    private Range? FindPhone(string text)
    {
        if (Phones.FindNumbers(text, region).FirstOrDefault() is { } number)
        {
            return number.Start..(number.Start + number.RawString.Length);
        }

        var digits = Digits().Match(text);
        return digits.Success ? digits.Index..(digits.Index + digits.Length) : null;
    }

    /// <summary>Five digits or more, with the usual marks between them.</summary>
    [GeneratedRegex(@"\+?\d(?:[ ()./-]*\d){4,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();

    private void CheckName(
        IReadOnlyList<BotField> fields,
        Dictionary<string, string> all,
        Dictionary<string, string> errors
    )
    {
        var isWanted = fields.Any(field => field.Id == NameField && field.IsRequired);
        if (isWanted && Given(all, NameField) is null)
        {
            errors[NameField] = texts.ContactName;
        }
    }

    private string? ReadPhone(Dictionary<string, string> all, Dictionary<string, string> errors)
    {
        if (Given(all, PhoneField) is not { } given)
        {
            return null;
        }

        try
        {
            var number = Phones.Parse(given, region);
            if (IsLongEnough(number) && Phones.IsValidNumber(number))
            {
                return Phones.Format(number, PhoneNumberFormat.E164);
            }
        }
        catch (NumberParseException)
        {
            // Said below, in the same words as for a number that does not exist.
        }

        errors.TryAdd(PhoneField, texts.ContactPhone);
        return null;
    }

    /// <summary>At home every digit counts: numbers that are shorter belong to machines, and are slips when people give them.</summary>
    private bool IsLongEnough(PhoneNumber number) =>
        number.NationalNumber >= LeastNumber
        && (
            Phones.GetRegionCodeForNumber(number) != region
            || Phones.GetExampleNumber(region) is not { } usual
            || DigitsOf(number) >= DigitsOf(usual)
        );

    private static int DigitsOf(PhoneNumber number) =>
        number.NationalNumber.ToString(CultureInfo.InvariantCulture).Length;

    private string? ReadEmail(Dictionary<string, string> all, Dictionary<string, string> errors)
    {
        if (Given(all, EmailField) is not { } given)
        {
            return null;
        }

        var isAddress =
            MailboxAddress.TryParse(given, out var address)
            && address.Domain.Contains('.', StringComparison.Ordinal)
            && string.Equals(address.Address, given, StringComparison.OrdinalIgnoreCase);
        if (isAddress)
        {
            return given;
        }

        errors.TryAdd(EmailField, texts.ContactEmail);
        return null;
    }

    private static string? Given(Dictionary<string, string> all, string field) =>
        all.TryGetValue(field, out var text) && text.Length > 0 ? text : null;

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
