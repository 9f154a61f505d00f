using Microsoft.EntityFrameworkCore;
using SpasmBot.Contracts;
using SpasmBot.Storage.Rows;

namespace SpasmBot.Storage;

/// <summary>Turns a <see cref="TurnCommit"/> into rows, after the checks whose outcome the caller can act upon.</summary>
internal static class TurnWriter
{
    public static async Task<CommitResult> ApplyAsync(SpasmDb db, TurnCommit turn, long now)
    {
        var conversation = await db.Conversations.SingleOrDefaultAsync(c =>
            c.ClinicId == turn.Key.Clinic && c.ConversationId == turn.Key.ConversationId
        );
        if (await RefusalAsync(db, turn, conversation) is { } refusal)
            return refusal;

        if (conversation is null)
            db.Conversations.Add(conversation = NewConversation(turn, now));
        conversation.Version++;
        conversation.UpdatedAt = now;
        conversation.StateJson = turn.StateJson;
        conversation.ProtocolVersion = turn.ProtocolVersion ?? conversation.ProtocolVersion;
        conversation.ClosedAt = turn.ClosesConversation ? now : null;
        AddTranscript(db, turn, conversation, now);
        AddRecords(db, turn, now);
        return new CommitResult.Committed(conversation.Version, conversation.Watermark);
    }

    private static async Task<CommitResult?> RefusalAsync(SpasmDb db, TurnCommit turn, ConversationRow? stored)
    {
        if (stored?.ForgottenAt is not null)
            return new CommitResult.Forgotten();
        // Before the version: a retry that ran on an old state is a duplicate first of all.
        if (stored is not null && await FirstPostAsync(db, turn) is { } activityId)
            return new CommitResult.Duplicate(activityId, stored.Watermark);
        var version = stored?.Version ?? 0;
        if (version != turn.ExpectedVersion)
            return new CommitResult.VersionConflict(version);
        foreach (var booking in turn.Bookings)
        {
            if (await db.Bookings.AnyAsync(b => b.ClinicId == turn.Key.Clinic && b.Reference == booking.Reference))
                return new CommitResult.ReferenceTaken(booking.Reference);
        }
        return null;
    }

    private static async Task<string?> FirstPostAsync(SpasmDb db, TurnCommit turn) =>
        turn.UserActivity?.ClientActivityId is { } clientId
            ? await db
                .Activities.Where(a =>
                    a.ClinicId == turn.Key.Clinic
                    && a.ConversationId == turn.Key.ConversationId
                    && a.ClientActivityId == clientId
                )
                .Select(a => a.ActivityId)
                .SingleOrDefaultAsync()
            : null;

    private static ConversationRow NewConversation(TurnCommit turn, long now)
    {
        var start = turn.Start ?? throw new InvalidOperationException("The first turn brings Start with it.");
        return new()
        {
            ClinicId = turn.Key.Clinic,
            ConversationId = turn.Key.ConversationId,
            UserId = start.UserId,
            ChannelId = start.ChannelId,
            Locale = start.Locale,
            ResumeKeyHash = start.ResumeKeyHash,
            CreatedAt = now,
            UpdatedAt = now,
            Version = 0,
            Watermark = 0,
            StateJson = turn.StateJson,
        };
    }

    private static void AddTranscript(SpasmDb db, TurnCommit turn, ConversationRow conversation, long now)
    {
        if (turn.UserActivity is not null)
            Add(turn.UserActivity, fromBot: false);
        foreach (var reply in turn.Replies)
            Add(reply, fromBot: true);

        void Add(TurnActivity activity, bool fromBot) =>
            db.Activities.Add(
                new()
                {
                    ClinicId = turn.Key.Clinic,
                    ConversationId = turn.Key.ConversationId,
                    Sequence = ++conversation.Watermark,
                    ActivityId = activity.ActivityId,
                    ClientActivityId = activity.ClientActivityId,
                    FromBot = fromBot,
                    Json = activity.Json,
                    At = now,
                }
            );
    }

    private static void AddRecords(SpasmDb db, TurnCommit turn, long now)
    {
        db.Enquiries.AddRange(turn.Enquiries.Select(e => RowOf(e, turn.Key, now)));
        db.Bookings.AddRange(turn.Bookings.Select(b => RowOf(b, turn.Key, now)));
        db.Alerts.AddRange(turn.Alerts.Select(a => RowOf(a, turn.Key, now)));
        db.Assessments.AddRange(turn.Assessments.Select(a => RowOf(a, turn.Key, now)));
    }

    private static EnquiryRow RowOf(Enquiry enquiry, ConversationKey key, long now) =>
        new()
        {
            ClinicId = key.Clinic,
            ConversationId = key.ConversationId,
            Reason = enquiry.Reason,
            Status = WorkStatus.Open,
            Urgency = UrgencyRank.Of(enquiry),
            Disposition = enquiry.Disposition,
            Name = enquiry.Name,
            Phone = enquiry.Phone,
            Email = enquiry.Email,
            WhenToCall = enquiry.WhenToCall,
            CreatedAt = now,
        };

    private static BookingRow RowOf(BookingRequest booking, ConversationKey key, long now) =>
        new()
        {
            ClinicId = key.Clinic,
            ConversationId = key.ConversationId,
            Reference = booking.Reference,
            Status = WorkStatus.Open,
            Urgency = UrgencyRank.Of(booking.Disposition),
            Disposition = booking.Disposition,
            PreferredTimes = [.. booking.PreferredTimes],
            Name = booking.Name,
            Phone = booking.Phone,
            Email = booking.Email,
            ConsentedAt = booking.ConsentedAt,
            CreatedAt = now,
        };

    private static AlertRow RowOf(Alert alert, ConversationKey key, long now) =>
        new()
        {
            ClinicId = key.Clinic,
            ConversationId = key.ConversationId,
            Kind = alert.Kind,
            Disposition = alert.Disposition,
            Summary = [.. alert.Summary],
            RaisedAt = now,
        };

    private static AssessmentRow RowOf(AssessmentMade made, ConversationKey key, long now) =>
        new()
        {
            ClinicId = key.Clinic,
            ConversationId = key.ConversationId,
            Disposition = made.Disposition,
            ProtocolVersion = made.ProtocolVersion,
            AssessmentJson = made.AssessmentJson,
            FirstAnswersJson = made.FirstAnswersJson,
            CorrectedAnswersJson = made.CorrectedAnswersJson,
            At = now,
        };
}
