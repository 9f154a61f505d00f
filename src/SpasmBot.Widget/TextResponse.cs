using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SpasmBot.Widget;

/// <summary>Writes a text that is made here rather than a file, packed with gzip for who takes it.</summary>
internal static class TextResponse
{
    /// <summary>Writes a text; nothing of it for a <c>HEAD</c>.</summary>
    /// <param name="http">The request it answers; headers may be set before.</param>
    /// <param name="contentType">With its character set.</param>
    /// <param name="text">In UTF-8.</param>
    public static Task WriteAsync(HttpContext http, string contentType, byte[] text)
    {
        var isPacked = Takes(http.Request);
        return WriteAsync(http, contentType, isPacked ? Pack(text, CompressionLevel.Fastest) : text, isPacked);
    }

    /// <summary>The same for a text that was packed before.</summary>
    public static Task WriteAsync(HttpContext http, string contentType, PackedText text)
    {
        var isPacked = Takes(http.Request);
        return WriteAsync(http, contentType, isPacked ? text.Gzip : text.Plain, isPacked);
    }

    /// <summary>Packs a text that is written often, as small as it gets.</summary>
    public static PackedText Pack(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        return new PackedText(plain, Pack(plain, CompressionLevel.SmallestSize));
    }

    private static async Task WriteAsync(HttpContext http, string contentType, byte[] bytes, bool isPacked)
    {
        var response = http.Response;
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (isPacked)
            response.Headers.ContentEncoding = "gzip";
        if (!HttpMethods.IsHead(http.Request.Method))
            await response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static bool Takes(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptEncoding.Any(coding =>
                coding.Quality is not 0 && coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase)
            );

    private static byte[] Pack(byte[] text, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level))
            gzip.Write(text);
        return packed.ToArray();
    }
}

/// <summary>A text in UTF-8, as it is and packed with gzip.</summary>
public sealed record PackedText(byte[] Plain, byte[] Gzip);
