using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SpasmBot.Contracts;
using SpasmBot.Storage.Rows;

namespace SpasmBot.Storage;

/// <summary>
/// The tables. Read from it freely through <c>IDbContextFactory</c>; write through <see cref="CommitQueue"/> only. Nothing
/// here may depend on one kind of database: SQLite is set up in <see cref="SqliteStore"/>.
/// </summary>
public sealed class SpasmDb(DbContextOptions<SpasmDb> options) : DbContext(options)
{
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<ActivityRow> Activities => Set<ActivityRow>();

    public DbSet<AssessmentRow> Assessments => Set<AssessmentRow>();

    public DbSet<EnquiryRow> Enquiries => Set<EnquiryRow>();

    public DbSet<BookingRow> Bookings => Set<BookingRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<HeartbeatRow> Heartbeats => Set<HeartbeatRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<ClinicId>().HaveConversion<ClinicIdConverter>().HaveMaxLength(40);
        configurationBuilder.Properties<EnquiryReason>().HaveConversion<string>().HaveMaxLength(30);
        configurationBuilder.Properties<AlertKind>().HaveConversion<string>().HaveMaxLength(30);
        configurationBuilder.Properties<WorkStatus>().HaveConversion<string>().HaveMaxLength(30);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ConversationRow>(row =>
        {
            row.HasKey(c => new { c.ClinicId, c.ConversationId });
            row.Property(c => c.ConversationId).HasMaxLength(ConversationKey.MaxIdLength);
            // The queue checks the version itself; this catches another process that wrote in between.
            row.Property(c => c.Version).IsConcurrencyToken();
            row.HasIndex(c => c.UpdatedAt);
        });
        modelBuilder.Entity<ActivityRow>(row =>
        {
            row.HasKey(a => new
            {
                a.ClinicId,
                a.ConversationId,
                a.Sequence,
            });
            row.HasIndex(a => new
                {
                    a.ClinicId,
                    a.ConversationId,
                    a.ClientActivityId,
                })
                .IsUnique();
            row.HasOne<ConversationRow>().WithMany().HasForeignKey(a => new { a.ClinicId, a.ConversationId });
        });
        modelBuilder.Entity<AssessmentRow>(row =>
            row.HasOne<ConversationRow>().WithMany().HasForeignKey(a => new { a.ClinicId, a.ConversationId })
        );
        ConfigureDeskRows(modelBuilder);
    }

    // No foreign keys: an open enquiry or booking outlives its conversation.
    private static void ConfigureDeskRows(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EnquiryRow>(row =>
        {
            row.HasIndex(e => new
            {
                e.ClinicId,
                e.Status,
                e.Urgency,
                e.CreatedAt,
            });
            row.HasIndex(e => new { e.ClinicId, e.ConversationId });
        });
        modelBuilder.Entity<BookingRow>(row =>
        {
            row.HasIndex(b => new { b.ClinicId, b.Reference }).IsUnique();
            row.HasIndex(b => new
            {
                b.ClinicId,
                b.Status,
                b.Urgency,
                b.CreatedAt,
            });
            row.HasIndex(b => new { b.ClinicId, b.ConversationId });
        });
        modelBuilder.Entity<AlertRow>(row =>
        {
            row.HasIndex(a => new { a.ClinicId, a.RaisedAt });
            row.HasIndex(a => new { a.ClinicId, a.ConversationId });
        });
        modelBuilder.Entity<AuditRow>().HasIndex(a => new { a.ClinicId, a.At });
        modelBuilder.Entity<HeartbeatRow>().Property(h => h.Id).ValueGeneratedNever();
    }

    internal sealed class ClinicIdConverter()
        : ValueConverter<ClinicId, string>(clinic => clinic.Value, value => new ClinicId(value));
}
