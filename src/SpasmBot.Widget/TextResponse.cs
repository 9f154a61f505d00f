using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SpasmBot.Widget;

/// <summary>Writes a text that is made here rather than a file, packed with gzip for who takes it.</summary>
internal static class TextResponse
{
    /// <summary>Writes it; nothing of it for a <c>HEAD</c>.</summary>
    /// <param name="http">The request it answers; headers may be set before.</param>
    /// <param name="contentType">With its character set.</param>
    /// <param name="text">In UTF-8.</param>
    /// <param name="level">How much time it is worth.</param>
    public static async Task WriteAsync(
        HttpContext http,
        string contentType,
        ReadOnlyMemory<byte> text,
        CompressionLevel level = CompressionLevel.Fastest
    )
    {
        var response = http.Response;
        response.ContentType = contentType;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            response.Headers.ContentEncoding = "gzip";
            text = Pack(text.Span, level);
        }

        response.ContentLength = text.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await response.Body.WriteAsync(text, http.RequestAborted);
    }

    private static byte[] Pack(ReadOnlySpan<byte> text, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level))
            gzip.Write(text);
        return packed.ToArray();
    }
}
