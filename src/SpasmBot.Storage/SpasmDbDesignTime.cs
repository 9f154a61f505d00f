using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SpasmBot.Storage;

/// <summary>Lets <c>dotnet ef</c> read the model; it opens no database.</summary>
internal sealed class SpasmDbDesignTime : IDesignTimeDbContextFactory<SpasmDb>
{
    public SpasmDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SpasmDb>();
        SqliteStore.Configure(options, "design-time.db", busyTimeoutSeconds: 5);
        return new SpasmDb(options.Options);
    }
}
