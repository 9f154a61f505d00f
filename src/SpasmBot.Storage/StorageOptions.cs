using System.ComponentModel.DataAnnotations;

namespace SpasmBot.Storage;

/// <summary>Settings under <c>Storage</c>.</summary>
public sealed record StorageOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Storage";

    /// <summary>
    /// Where the database and the keys live: an absolute path, or one relative to the content root. Created when missing.
    /// </summary>
    [Required(ErrorMessage = "Storage:DataFolder must name a folder.")]
    public string DataFolder { get; init; } = "data";

    /// <summary>Days after its last turn until a conversation is deleted.</summary>
    [Range(1, 3650, ErrorMessage = "Storage:RetentionDays must be from 1 to 3650 days.")]
    public int RetentionDays { get; init; } = 90;

    /// <summary>Seconds to wait for another process that holds the database before a write is given up.</summary>
    [Range(1, 60, ErrorMessage = "Storage:BusyTimeoutSeconds must be from 1 to 60 seconds.")]
    public int BusyTimeoutSeconds { get; init; } = 5;
}
