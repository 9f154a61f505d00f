using System.Runtime.CompilerServices;
using SpasmBot.Runtime.Schema;

namespace SpasmBot.Runtime.Adapters;

/// <summary>Compares a reply with what was expected; throws if it does not do.</summary>
public delegate void ValidateReply(IActivity expected, IActivity actual);

/// <summary>A conversation written down as a chain of what the user sends and what the bot must answer. It starts when it is written; <see cref="StartTestAsync"/> is its outcome.</summary>
public class TestFlow
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _callback;
    private readonly Task _soFar;

    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = null)
    {
        _adapter = adapter;
        _callback = callback;
        _soFar = Task.CompletedTask;
    }

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync) { }

    /// <summary>The flow with another step.</summary>
    public TestFlow(Task task, TestFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        _adapter = flow._adapter;
        _callback = flow._callback;
        _soFar = task ?? Task.CompletedTask;
    }

    /// <summary>The outcome of the whole flow; it throws what the first failing step threw.</summary>
    public Task StartTestAsync() => _soFar;

    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => _adapter.SendTextToBotAsync(userSays, _callback, CancellationToken.None));
    }

    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => _adapter.ProcessActivityAsync((Activity)userActivity, _callback));
    }

    /// <summary>The user comes into the conversation.</summary>
    public TestFlow SendConversationUpdate() =>
        Then(() =>
        {
            var update = Activity.CreateConversationUpdateActivity();
            update.MembersAdded.Add(_adapter.Conversation.User);
            return _adapter.ProcessActivityAsync((Activity)update, _callback);
        });

    public TestFlow Delay(uint ms) => Delay(TimeSpan.FromMilliseconds(ms));

    public TestFlow Delay(TimeSpan timespan) => Then(() => Task.Delay(timespan));

    public TestFlow AssertReply(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(_adapter.MakeActivity(expected), description ?? expected, timeout);

    public TestFlow AssertReply(
        IActivity expected,
        [CallerMemberName] string description = null,
        uint timeout = 3000
    ) => AssertReply(expected, equalityComparer: null, description, timeout);

    /// <summary>The next reply is of the expected type and equal to it: by the comparer, or by its text without the space around it.</summary>
    public TestFlow AssertReply(
        IActivity expected,
        IEqualityComparer<IActivity> equalityComparer,
        [CallerMemberName] string description = null,
        uint timeout = 3000
    )
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(reply => Compare(expected, reply, equalityComparer, description), description, timeout);
    }

    /// <summary>The next reply passes <paramref name="validateActivity"/>, which throws if it does not do.</summary>
    public TestFlow AssertReply(
        Action<IActivity> validateActivity,
        [CallerMemberName] string description = null,
        uint timeout = 3000
    )
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Then(async () => validateActivity(await NextReply(timeout)));
    }

    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(
            reply =>
            {
                if (TextOf(reply)?.Contains(expected, StringComparison.Ordinal) is not true)
                {
                    throw Mismatch(description, expected, reply);
                }
            },
            description,
            timeout
        );

    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AssertReply(
            reply =>
            {
                if (!candidates.Contains(TextOf(reply), StringComparer.Ordinal))
                {
                    throw Mismatch(description, string.Join(" | ", candidates), reply);
                }
            },
            description,
            timeout
        );
    }

    /// <summary>The bot says nothing for so many milliseconds.</summary>
    public TestFlow AssertNoReply([CallerMemberName] string description = null, uint timeout = 3000) =>
        Then(async () =>
        {
            IActivity reply;
            try
            {
                reply = await NextReply(timeout);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            throw Mismatch(description, "no reply", reply);
        });

    public TestFlow Test(string userSays, string expected, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Send(userSays).AssertReply(expected, description, timeout);
    }

    public TestFlow Test(string userSays, IActivity expected, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Send(userSays).AssertReply(expected, description, timeout);
    }

    public TestFlow Test(
        string userSays,
        Action<IActivity> validateActivity,
        string description = null,
        uint timeout = 3000
    ) => Send(userSays).AssertReply(validateActivity, description, timeout);

    /// <summary>A whole transcript: what comes from the role "bot" is expected, all else is sent.</summary>
    public TestFlow Test(
        IEnumerable<IActivity> activities,
        [CallerMemberName] string description = null,
        uint timeout = 3000
    ) =>
        Test(
            activities,
            (expected, actual) => Compare(expected, actual, comparer: null, description),
            description,
            timeout
        );

    /// <summary>A whole transcript, its replies compared by <paramref name="validateReply"/>.</summary>
    public TestFlow Test(
        IEnumerable<IActivity> activities,
        ValidateReply validateReply,
        [CallerMemberName] string description = null,
        uint timeout = 3000
    )
    {
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(validateReply);
        return activities.Aggregate(
            this,
            (flow, activity) =>
                string.Equals(activity.From?.Role, RoleTypes.Bot, StringComparison.OrdinalIgnoreCase)
                    ? flow.AssertReply(actual => validateReply(activity, actual), description, timeout)
                    : flow.Send(activity)
        );
    }

    private static void Compare(
        IActivity expected,
        IActivity actual,
        IEqualityComparer<IActivity> comparer,
        string description
    )
    {
        if (expected.Type != actual.Type)
        {
            throw new InvalidOperationException(
                $"{description}: Type should match\nExpected:{expected.Type}\nReceived:{actual.Type}"
            );
        }

        var isSame = comparer?.Equals(expected, actual) ?? TextOf(expected)?.Trim() == TextOf(actual)?.Trim();
        if (!isSame)
        {
            throw Mismatch(description, TextOf(expected), actual);
        }
    }

    private static string TextOf(IActivity activity) => activity.AsMessageActivity()?.Text;

    private static InvalidOperationException Mismatch(string description, string expected, IActivity reply) =>
        new($"{description}:\nExpected:{expected}\nReceived:{TextOf(reply) ?? $"not a message but {reply.Type}"}");

    private TestFlow Then(Func<Task> step)
    {
        return new TestFlow(Run(), this);

        async Task Run()
        {
            await _soFar;
            await step();
        }
    }

    private async Task<IActivity> NextReply(uint timeout)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
        return await _adapter.GetNextReplyAsync(patience.Token);
    }
}
