namespace SpasmBot.Clinical.Expectations;

/// <summary>Holds the rules against the expectations.</summary>
internal static class ExpectationCheck
{
    /// <summary>One error for each person who would be told less than is demanded.</summary>
    public static void Check(Protocol protocol, ProtocolErrorSink errors)
    {
        foreach (var expectation in protocol.Expectations)
        {
            foreach (var person in expectation.People)
            {
                var disposition = Triage.Decide(protocol, person.Findings);
                if (disposition < expectation.AtLeast)
                {
                    errors(person.Line, Explain(protocol, expectation, person, disposition));
                }
            }
        }
    }

    private static string Explain(
        Protocol protocol,
        Expectation expectation,
        ExpectedPerson person,
        Disposition disposition
    ) =>
        $"expectation {expectation.Id}: a person with {ExpressionWords.Of(person.Findings, protocol)} must be told "
        + $"at least “{protocol.Dispositions[expectation.AtLeast].Title}” ({expectation.Source}). "
        + $"With these rules the answer is only “{protocol.Dispositions[disposition].Title}”.";
}

/// <summary>Takes an error with the line it belongs to.</summary>
internal delegate void ProtocolErrorSink(int line, string message);
