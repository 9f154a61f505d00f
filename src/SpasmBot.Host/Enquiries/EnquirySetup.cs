using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using SpasmBot.Contracts;
using SpasmBot.Storage;
using SpasmBot.Widget;

namespace SpasmBot.Host.Enquiries;

/// <summary>Adds the page of booking requests.</summary>
internal static class EnquirySetup
{
    private const string Cookie = "spasmbot.form";

    public static void AddEnquiries(this IServiceCollection services)
    {
        services.AddAntiforgery(guard =>
        {
            guard.Cookie.Name = Cookie;
            guard.Cookie.SameSite = SameSiteMode.Strict;
            guard.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The policy of all pages says who may frame them.
            guard.SuppressXFrameOptionsHeader = true;
        });
        // Beside the key of the chat's tokens, so that a form survives a restart.
        services.AddDataProtection().SetApplicationName("SpasmBot");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<DataFolder, ILoggerFactory>(
                (keys, folder, logs) =>
                    keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder.Keys), logs)
            );
        // It warns that the keys are stored as they are, as that of the tokens beside them is.
        services.AddLogging(logs => logs.AddFilter(typeof(XmlKeyManager).FullName, LogLevel.Error));
        services.AddSingleton(provider => new LocalPhones(provider.GetRequiredService<ClinicProfile>().Region));
        services.AddSingleton<SecondFact>();
        services.AddSingleton<EnquiryTickets>();
        services.AddSingleton<SecondFactTries>();
        services.AddSingleton<EnquiryWriter>();
        services.AddSingleton<EnquiryEndpoints>();
    }

    public static void MapEnquiries(this WebApplication app) => EnquiryEndpoints.Map(app);
}
