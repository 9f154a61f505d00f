using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SpasmBot.TestKit;

/// <summary>
/// Feeds a reader with damaged versions of good texts. The same seed gives the same texts. <c>SPASMBOT_FUZZ</c> multiplies
/// how many there are (1 when it is not set).
/// </summary>
internal sealed class Fuzz(int seed, IReadOnlyList<string> good)
{
    /// <summary>Nobody waits longer for one text, however busy the machine is.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    // What has broken readers before: ends, signs of every format read here, numbers at their limits, odd characters.
    private static readonly string[] Nasty =
    [
        "",
        "\0",
        "\n",
        "\r\n",
        "\t",
        " ",
        "\u00a0",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\ufffd",
        "\ud83d",
        "\udc00",
        "😀",
        "é",
        "e\u0301",
        "ı",
        "ß",
        "٣",
        "Ⅷ",
        "½",
        "\"",
        "'",
        "`",
        "\\",
        "\\u0000",
        "\\ud800",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        ":",
        ",",
        ";",
        "-",
        "---",
        "...",
        "|",
        "&a",
        "*a",
        "!!x",
        "#",
        "%",
        "@",
        "?",
        "=",
        ">=",
        "null",
        "true",
        "NaN",
        "Infinity",
        "-1",
        "0",
        "-0",
        "1e309",
        "1e-400",
        "99999999999999999999",
        "2147483648",
        "9223372036854775808",
        "0x1F",
        "1/0",
        "3.5.1",
        "and",
        "or",
        "not",
        "no",
        "since",
        "ago",
        "days",
        "weeks",
        "years",
        "Tuesday",
        "31 February",
        "yesterday",
        "million",
        "half",
        "http://x",
        "<script>",
        "{{x}}",
        "${x}",
        "../../x",
        "%00",
    ];

    public static int Multiplier =>
        int.Parse(Environment.GetEnvironmentVariable("SPASMBOT_FUZZ") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>Runs the reader on the good texts and so many damaged ones; whatever it throws fails the test with the text.</summary>
    public async Task RunAsync(int rounds, Func<string, Task> read)
    {
        var random = new Random(seed);
        var clock = new Stopwatch();
        for (var round = 0; round < good.Count + (rounds * Multiplier); round++)
        {
            var text = round < good.Count ? good[round] : Damage(random);
            clock.Restart();
            try
            {
                await read(text);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}, round {round}: {Shown(text)}: {e.Message}", e);
            }

            if (clock.Elapsed > Longest)
                throw new TimeoutException($"Seed {seed}, round {round}: {clock.Elapsed} for {Shown(text)}");
        }
    }

    public void Run(int rounds, Action<string> read) =>
        RunAsync(
                rounds,
                text =>
                {
                    read(text);
                    return Task.CompletedTask;
                }
            )
            .GetAwaiter()
            .GetResult();

    private string Damage(Random random)
    {
        var text = new StringBuilder(Any(good));
        for (var left = random.Next(1, 7); left > 0; left--)
        {
            var from = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(text.Length - from, 40) + 1);
            switch (random.Next(7))
            {
                case 0:
                    text.Remove(from, length);
                    break;
                case 1:
                    text.Insert(from, Any(Nasty));
                    break;
                case 2:
                    text.Insert(random.Next(text.Length + 1), text.ToString(from, length));
                    break;
                case 3:
                    text.Length = from;
                    break;
                case 4:
                    text.Insert(from, (char)random.Next(random.Next(2) == 0 ? 128 : 65536));
                    break;
                case 5:
                    text.Insert(from, string.Concat(Enumerable.Repeat(Any(Nasty), random.Next(1, 400))));
                    break;
                default:
                    var other = Any(good);
                    text.Insert(from, other.AsSpan(random.Next(other.Length + 1)));
                    break;
            }
        }

        return text.Length > 100_000 ? text.ToString(0, 100_000) : text.ToString();

        string Any(IReadOnlyList<string> texts) => texts[random.Next(texts.Count)];
    }

    private static string Shown(string text) => JsonSerializer.Serialize(text.Length > 2000 ? text[..2000] : text);
}
