using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using SpasmBot.Clinical;
using SpasmBot.Language;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SpasmBot.Dialogs.Wording;

/// <summary>The words, or all the errors that stand in their way.</summary>
public sealed record WordsLoadResult(Words? Words, IReadOnlyList<ProtocolError> Errors)
{
    [MemberNotNullWhen(true, nameof(Words))]
    public bool IsValid => Words is not null && Errors.Count == 0;
}

/// <summary>Reads <c>messages.yaml</c>, <c>questions.yaml</c> and <c>pronouns.yaml</c> of a language and checks them both ways.</summary>
public static class WordsLoader
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(HyphenatedNamingConvention.Instance)
        .Build();

    /// <summary>Never stops at the first error.</summary>
    /// <param name="files">The texts by file name.</param>
    public static WordsLoadResult Load(IReadOnlyDictionary<string, string> files)
    {
        var errors = new List<ProtocolError>();
        var messages = ReadMessages(files, errors);
        var questions = ReadQuestions(files, errors);
        var pronouns = ReadPronouns(files, errors);
        return errors.Count > 0
            ? new(Words: null, errors)
            : new(
                new Words
                {
                    Messages = messages,
                    Questions = questions,
                    Pronouns = pronouns,
                },
                errors
            );
    }

    private static T? Read<T>(IReadOnlyDictionary<string, string> files, string file, List<ProtocolError> errors)
        where T : class
    {
        if (!files.TryGetValue(file, out var text))
        {
            errors.Add(new(file, 1, "The file is missing."));
            return null;
        }

        try
        {
            return Yaml.Deserialize<T>(text) ?? throw new YamlException("the file is empty");
        }
        catch (YamlException problem)
        {
            var reason = problem.InnerException?.Message ?? problem.Message;
            errors.Add(new(file, (int)Math.Max(1, problem.Start.Line), reason));
            return null;
        }
    }

    private static Messages ReadMessages(IReadOnlyDictionary<string, string> files, List<ProtocolError> errors)
    {
        const string File = "messages.yaml";
        var messages = new Messages();
        if (Read<Dictionary<string, string>>(files, File, errors) is not { } texts)
        {
            return messages;
        }

        var lines = files[File].Split('\n');
        foreach (var property in typeof(Messages).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var key = HyphenatedNamingConvention.Instance.Apply(property.Name);
            if (texts.Remove(key, out var text) && !string.IsNullOrWhiteSpace(text))
            {
                property.SetValue(messages, text.Trim());
            }
            else
            {
                errors.Add(new(File, 1, $"The text '{key}' is missing or empty."));
            }
        }

        errors.AddRange(
            texts.Keys.Select(key => new ProtocolError(
                File,
                Math.Max(1, Array.FindIndex(lines, line => line.StartsWith(key + ":", StringComparison.Ordinal)) + 1),
                $"Nothing uses the text '{key}'."
            ))
        );
        return messages;
    }

    private static FrozenDictionary<string, BotQuestion> ReadQuestions(
        IReadOnlyDictionary<string, string> files,
        List<ProtocolError> errors
    )
    {
        const string File = "questions.yaml";
        var entries = Read<Dictionary<string, QuestionEntry?>>(files, File, errors) ?? [];
        var questions = entries.Select(entry => (entry.Value ?? new()).ToQuestion(entry.Key, File, errors)).ToList();
        if (entries.Count > 0)
        {
            errors.AddRange(
                BotQuestionIds
                    .All.Where(id => !entries.ContainsKey(id))
                    .Select(id => new ProtocolError(File, 1, $"The question '{id}' is missing."))
            );
            errors.AddRange(
                entries
                    .Keys.Where(id => !BotQuestionIds.All.Contains(id))
                    .Select(id => new ProtocolError(File, 1, $"Nothing asks the question '{id}'."))
            );
        }

        return questions.ToFrozenDictionary(question => question.Id, StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, FrozenDictionary<string, string>> ReadPronouns(
        IReadOnlyDictionary<string, string> files,
        List<ProtocolError> errors
    )
    {
        const string File = "pronouns.yaml";
        var pronouns = Read<Dictionary<string, Dictionary<string, string?>?>>(files, File, errors) ?? [];
        if (pronouns.GetValueOrDefault("me") is not { } mine)
        {
            errors.Add(new(File, 1, "The words for 'me' are missing."));
            return FrozenDictionary<string, FrozenDictionary<string, string>>.Empty;
        }

        foreach (var (whom, words) in pronouns)
        {
            errors.AddRange(
                mine.Keys.Where(key => words?.GetValueOrDefault(key) is null)
                    .Select(key => new ProtocolError(File, 1, $"'{whom}' has no word for '{key}'."))
            );
        }

        return pronouns.ToFrozenDictionary(
            entry => entry.Key,
            entry =>
                (entry.Value ?? []).ToFrozenDictionary(
                    word => word.Key,
                    word => word.Value ?? "",
                    StringComparer.Ordinal
                ),
            StringComparer.Ordinal
        );
    }
}
