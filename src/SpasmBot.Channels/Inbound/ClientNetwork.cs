using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace SpasmBot.Channels.Inbound;

/// <summary>Who counts as one caller where requests are counted by address.</summary>
public static class ClientNetwork
{
    /// <summary>The caller's address; of IPv6 the network, for a home has a whole /64 of them.</summary>
    public static string Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Connection.RemoteIpAddress is not { } address)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
