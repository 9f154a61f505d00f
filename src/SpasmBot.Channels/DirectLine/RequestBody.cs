using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SpasmBot.Channels.DirectLine;

/// <summary>Reads bodies up to a limit.</summary>
internal static class RequestBody
{
    private const int FormLimit = 16 * 1024;

    /// <summary>The body; null when it is larger than the limit, of which then no more is read.</summary>
    public static async Task<Memory<byte>?> ReadAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
            return null;
        var buffer = new byte[request.ContentLength is { } length ? (int)length + 1 : Math.Min(limit + 1, 4096)];
        var read = 0;
        while (true)
        {
            var got = await request.Body.ReadAsync(buffer.AsMemory(read), request.HttpContext.RequestAborted);
            read += got;
            if (got == 0)
                return buffer.AsMemory(0, read);
            if (read > limit)
                return null;
            if (read == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, limit + 1));
        }
    }

    /// <summary>The fields of a small body, or the refusal to answer with.</summary>
    public static async Task<(BodyFields? Fields, IResult? Refusal)> ReadFieldsAsync(HttpRequest request)
    {
        if (await ReadAsync(request, FormLimit) is not { } body)
            return (null, Problem.TooLarge(FormLimit));
        return JsonBody.TryRead(body.Span, out var json, out var fault)
            ? (new BodyFields(json), null)
            : (null, Problem.BadField(fault.Field, fault.Message));
    }
}
