namespace SpasmBot.Language.Tests.Knowledge;

public sealed class KnowledgeLoaderTests
{
    private const string Heat = "knowledge/heat.md";
    private const string Brace = "knowledge/brace.md";
    private const string Index = "knowledge/index.yaml";

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal)
    {
        ["phrases.yaml"] = "idioms: |\n  dying of boredom\n",
        [Heat] = """
            ---
            title: "Does heat help?"
            section: "Heat"
            short: "Yes."
            related: [brace]
            asks:
              - is a warm bath fine
            ---

            It can **ease** the pain.
            """,
        [Brace] = """
            ---
            title: "Is a brace worth it?"
            section: "Brace"
            short: "It can be."
            related: []
            ---

            Train the muscles too.
            """,
        [Index] = """
            sections: |
              heat
              brace
            synonyms: |
              brace, corset
            not-covered:
              price:
                asks: |
                  how much
                unless: |
                  how much pain
            """,
    };

    [Fact]
    public void Load_AllWell_GivesTheSectionsInTheOrderOfTheIndex()
    {
        var sections = Load().Pack!.Knowledge.Sections;

        Assert.Equal(["heat", "brace"], sections.Select(section => section.Id));
        var heat = sections[0];
        Assert.Equal(("Does heat help?", "Heat", "Yes."), (heat.Title, heat.ArticleSection, heat.Short));
        Assert.Equal("It can **ease** the pain.", heat.Text);
        Assert.Equal(["brace"], heat.Related);
        Assert.Equal(["is a warm bath fine"], heat.Asks);
    }

    [Fact]
    public void Load_WindowsLineEnds_AreRead()
    {
        _files[Heat] = _files[Heat].ReplaceLineEndings("\r\n");

        Assert.Equal("Does heat help?", Load().Pack!.Knowledge.Find("heat")!.Title);
    }

    [Fact]
    public void Load_NoKnowledge_KnowsNothing()
    {
        foreach (var file in (string[])[Heat, Brace, Index])
        {
            _files.Remove(file);
        }

        Assert.Empty(Load().Pack!.Knowledge.Sections);
    }

    [Theory]
    [InlineData("title: \"Does heat help?\"\n", "", 1, "'title' is missing")]
    [InlineData("section: \"Heat\"\n", "", 1, "'section' is missing")]
    [InlineData("short: \"Yes.\"\n", "", 1, "'short' is missing")]
    [InlineData("related: [brace]\n", "", 1, "'related' is missing")]
    [InlineData("title: \"Does heat help?\"", "title: \" \"", 2, "'title' must be a text")]
    [InlineData("section: \"Heat\"", "section: [Heat]", 3, "'section' must be a text")]
    [InlineData("related: [brace]", "related: brace", 5, "'related' must be a list")]
    [InlineData("related: [brace]", "related: [brase]", 5, "there is no section 'brase'")]
    [InlineData("related: [brace]", "related: [heat]", 5, "a section is not related to itself")]
    [InlineData("related: [brace]", "related: [brace, brace]", 5, "'brace' is related twice")]
    [InlineData("related: [brace]", "related: [[brace]]", 5, "'related' must be a list of texts")]
    [InlineData("  - is a warm", "  - \"\"\n  - is a warm", 7, "'asks' must be a list of texts")]
    [InlineData("short: \"Yes.\"", "sort: \"Yes.\"", 4, "'sort' is not known here")]
    [InlineData("short: \"Yes.\"", "short: \"Yes.", 4, "this is not valid YAML")]
    [InlineData("short: \"Yes.\"", "title: Twice", 4, "this is not valid YAML")]
    [InlineData("\nIt can **ease** the pain.", "", 8, "the longer answer is missing")]
    [InlineData("---\n\nIt", "\nIt", 1, "the file must begin with title, section and short")]
    [InlineData("---\ntitle", "title", 1, "the file must begin with title, section and short")]
    public void Load_SectionBroken_SaysWhereAndWhat(string right, string wrong, int line, string message)
    {
        Replace(Heat, right, wrong);

        AssertError(Heat, line, message);
    }

    [Theory]
    [InlineData(
        "title: \"Is a brace worth it?\"",
        "title: does HEAT help",
        2,
        "the title 'Does heat help?' stands in "
    )]
    [InlineData(
        "related: []",
        "related: []\nasks: [Is a warm bath fine?]",
        7,
        "the question 'is a warm bath fine' stands"
    )]
    public void Load_SameWordsInTwoSections_SaysWhereTheyStandAlready(
        string right,
        string wrong,
        int line,
        string message
    )
    {
        Replace(Brace, right, wrong);

        AssertError(Heat, line, message);
    }

    [Theory]
    [InlineData("  brace\n", "  brace\n  tape\n", 4, "the section 'tape' has no file")]
    [InlineData("  brace\n", "  brace heat\n", 3, "the section 'heat' is listed twice")]
    [InlineData("sections: |\n  heat\n  brace\n", "", 1, "'sections' is missing")]
    [InlineData("brace, corset", "brace", 5, "a group of synonyms needs two members")]
    [InlineData("brace, corset", "brace, corset\n  splint, corset", 6, "the synonym 'corset' stands in two groups")]
    [InlineData("      how much\n", "      how (much\n", 9, "how (much")]
    [InlineData("not-covered:", "notcovered:", 6, "'notcovered' is not known here")]
    [InlineData("    unless:", "    without:", 10, "'without' is not known here")]
    [InlineData("synonyms: |", "suggest: |\n  tape\nsynonyms: |", 5, "there is no section 'tape' to suggest")]
    [InlineData("sections: |", "- sections", 4, "this is not valid YAML")]
    public void Load_IndexBroken_SaysWhereAndWhat(string right, string wrong, int line, string message)
    {
        Replace(Index, right, wrong);

        AssertError(Index, line, message);
    }

    [Fact]
    public void Load_SectionNotListed_NamesItsFile()
    {
        Replace(Index, "  brace\n", "");

        AssertError(Brace, 1, "the section 'brace' is not listed");
    }

    [Fact]
    public void Load_IndexMissing_SaysSo()
    {
        _files.Remove(Index);

        AssertError(Index, 1, "the file is missing");
    }

    [Theory]
    [InlineData("knowledge/notes.txt")]
    [InlineData("knowledge/more/heat.md")]
    [InlineData("knowledge/.md")]
    [InlineData("knowledge/Heat Pack.md")]
    public void Load_AnotherFileInTheFolder_DoesNotBelongThere(string path)
    {
        _files[path] = _files[Heat];

        AssertError(path, 1, "only files '<section id>.md' and 'index.yaml' belong");
    }

    [Fact]
    public void Load_SeveralFilesBroken_ListsAllErrors()
    {
        _files[Heat] = "no head";
        _files[Brace] = "";

        Assert.Equal(
            [Brace, Heat],
            Load().Errors.Select(error => error.File).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
    }

    private void Replace(string file, string right, string wrong)
    {
        var text = _files[file].ReplaceLineEndings("\n");
        Assert.Contains(right, text, StringComparison.Ordinal);
        _files[file] = text.Replace(right, wrong, StringComparison.Ordinal);
    }

    private void AssertError(string file, int line, string message) =>
        Assert.Contains(
            Load().Errors,
            error =>
                error.File == file && error.Line == line && error.Message.Contains(message, StringComparison.Ordinal)
        );

    private LanguageLoadResult Load() => LanguagePack.Load(_files, TheClinic.CommandsYaml, TheClinic.Protocol);
}
