using Microsoft.Extensions.Options;
using SpasmBot.Contracts;
using SpasmBot.Dialogs;
using SpasmBot.Host.Copies;
using SpasmBot.Host.Settings;
using SpasmBot.TestKit;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace SpasmBot.Host.Tests.Copies;

public sealed class CopyWriterTests
{
    private const int Longest = 4000;

    private static readonly DateTimeOffset LateInUtc = new(2026, 3, 1, 22, 30, 0, TimeSpan.Zero);

    public static TheoryData<string, string> HostileTexts =>
        new()
        {
            { "<script>alert(1)</script>", "<script>alert(1)</script>" },
            { "Zoë Dvořák-Ñandú & ß", "Zoë Dvořák-Ñandú & ß" },
            { "e\u0301te\u0301", "été" },
            { "Sipho 😀😀👍🏽", "Sipho □" },
            { "אבג", "□" },
            { "\u202Egnp.exe\u202C", "gnp.exe" },
            { "tab\tand\nline\u0000end\u0007", "tab and line end" },
            { "half \uD83D pair", "half □ pair" },
            { "日本語 नमस्ते", "□ □" },
            { "(a) \\(b\\) %PDF-1.7 endstream endobj", "(a) \\(b\\) %PDF-1.7 endstream endobj" },
            { "no\u00A0break\u2011hyphen", "no break-hyphen" },
        };

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Write_TextThatIsNoPlainEnglish_IsPrintedOrMarked(string given, string printed)
    {
        var pages = PagesOf(Answer("told", given), Profile with { Name = $"Clinic {given} end" });
        Assert.Contains(printed, pages[0], StringComparison.Ordinal);
        Assert.StartsWith($"Clinic {printed} end", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EverySignThereIs_IsStillADocument()
    {
        var signs = string.Concat(Enumerable.Range(1, 0xFFFF).Select(sign => (char)sign));
        var pages = PagesOf(Answer("why", [.. signs.Chunk(800).Select(some => new string(some))]));
        Assert.Contains("abcdefghijklmnopqrstuvwxyz", string.Concat(pages), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OneWordLongerThanALine_IsBroken()
    {
        var pages = PagesOf(Answer("why", new string('ŵ', 300)));
        Assert.Equal(300, pages[0].Count(sign => sign == 'ŵ'));
    }

    [Fact]
    public void Write_OwnWordsAsLongAsAMessageMayBe_StayOnTwoPages()
    {
        var pages = PagesOf(Answer("told", string.Concat(Enumerable.Repeat("it hurts a lot ", Longest / 15))));
        Assert.InRange(pages.Count, 1, 2);
        Assert.Contains("…", string.Concat(pages), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LateInTheEvening_IsDatedByTheClinicsClock()
    {
        Assert.Contains("2 March 2026, 00:30", PagesOf(Answer("why", "Because"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WithAReference_NamesIt()
    {
        var pages = PagesOf(Answer("why", "Because") with { Reference = "K7M4QX" });
        Assert.Contains("Your reference: K7M4QX", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Your reference", PagesOf(Answer("why", "Because"))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "https://found.example/enquiry/K7M4QX")]
    [InlineData(
        "https://bot.bergview-physiotherapy.example/check",
        "https://bot.bergview-physiotherapy.example/check/enquiry/K7M4QX"
    )]
    public void Write_WithAReference_LeadsAPhoneToThePageOfTheRequest(string? publicUrl, string address)
    {
        using var document = Open(
            Answer("why", "Because") with
            {
                Reference = "K7M4QX",
            },
            Profile with
            {
                PublicUrl = publicUrl,
            }
        );
        var page = document.GetPage(1);
        Assert.Equal(address, CodeOn(page));
        Assert.Contains(address, page.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>What the black squares on a page say.</summary>
    private static string CodeOn(Page page)
    {
        var bars = page
            .Paths.Where(path => path.IsFilled && path.FillColor!.ToRGBValues() == (0, 0, 0))
            .Select(path => path.GetBoundingRectangle()!.Value)
            .ToList();
        var (left, top) = (bars.Min(bar => bar.Left), bars.Max(bar => bar.Top));
        var square = bars.Min(bar => bar.Height);
        var size = (int)Math.Round((bars.Max(bar => bar.Right) - left) / square);
        return QrReader.Read(
            size,
            (column, row) =>
            {
                var (x, y) = (left + ((column + 0.5) * square), top - ((row + 0.5) * square));
                return bars.Any(bar => bar.Left < x && x < bar.Right && bar.Bottom < y && y < bar.Top);
            }
        );
    }

    [Fact]
    public void Write_AnEmergency_HasTheNumberFirstAndLargest()
    {
        var emergency = new EmergencyData
        {
            Level = "ambulance",
            Title = "Call an ambulance now",
            Phones = [new("Ambulance", "10177"), new("From a mobile", "112")],
            WhileWaiting = [],
        };
        using var document = Open(Answer("why", "Because") with { Emergency = emergency }, Profile);
        var words = document.GetPage(1).GetWords().ToList();
        var number = words.Single(word => word.Text == "10177" && word.Letters[0].PointSize > 30);
        Assert.Equal(words.Max(word => word.Letters[0].PointSize), number.Letters[0].PointSize);
        Assert.True(number.BoundingBox.Bottom > words.Single(word => word.Text == "Because").BoundingBox.Top);
    }

    [Fact]
    public void Write_Always_EmbedsItsFontsAndSaysWhatItIs()
    {
        using var document = Open(Answer("why", "Because"), Profile);
        Assert.StartsWith("Symptom check, ", document.Information.Title, StringComparison.Ordinal);
        Assert.All(
            document.GetPage(1).Letters,
            letter => Assert.Contains("LiberationSans", letter.FontName, StringComparison.Ordinal)
        );
    }

    private static ClinicProfile Profile => new();

    private static ShownAnswer Answer(string section, params string[] texts) =>
        new(
            new AnswerData(
                "physio",
                "A plain answer",
                [
                    new AnswerSection("when", "When", [new("Soon.")]),
                    new AnswerSection(section, "Heading", [.. texts.Select(text => new AnswerItem(text))]),
                ]
            ),
            Emergency: null,
            LateInUtc,
            Reference: null
        );

    private static List<string> PagesOf(ShownAnswer shown, ClinicProfile? clinic = null)
    {
        using var document = Open(shown, clinic ?? Profile);
        return [.. document.GetPages().Select(page => page.Text.Replace("  ", " ", StringComparison.Ordinal))];
    }

    private static PdfDocument Open(ShownAnswer shown, ClinicProfile clinic)
    {
        var parts = Shipped.Parts(TimeProvider.System) with { Clinic = clinic };
        return PdfDocument.Open(
            new CopyWriter(parts, Options.Create(new WidgetSettings())).Write(shown, "https://found.example")
        );
    }
}
