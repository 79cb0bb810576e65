using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Emporium.Bench.Load;

/// <summary>
/// One keep-alive connection that speaks just enough HTTP/1.1 (RFC 9112) to measure: requests are bytes made beforehand, answers are
/// counted and mostly thrown away. It costs the driver's core about a tenth of what a full client does.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[1 << 17];
    private int start;
    private int end;

    private Connection() { }

    public static async Task<Connection> Open(Uri server)
    {
        var connection = new Connection();
        await connection.socket.ConnectAsync(IPAddress.Loopback, server.Port);
        return connection;
    }

    public async ValueTask<Reply> Ask(ReadOnlyMemory<byte> request)
    {
        await Send(request);
        return await Read(keepBody: true);
    }

    /// <summary>Sends requests that were joined beforehand in one write and reads as many answers.</summary>
    /// <returns>How many were not 200.</returns>
    public async ValueTask<int> Pipeline(ReadOnlyMemory<byte> requests, int count)
    {
        await Send(requests);
        var failed = 0;
        for (var i = 0; i < count; i++)
        {
            if ((await Read(keepBody: false)).Status != 200) failed++;
        }
        return failed;
    }

    public void Dispose() => socket.Dispose();

    private async ValueTask Send(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes)..];
    }

    private async ValueTask<Reply> Read(bool keepBody)
    {
        int length;
        while ((length = buffer.AsSpan(start, end - start).IndexOf("\r\n\r\n"u8)) < 0) await Fill();
        var head = Head.Read(buffer.AsSpan(start, length + 2), keepBody);
        start += length + 4;
        var body = head.IsChunked ? await Chunks(keepBody) : await Take(head.Length, keepBody);
        return new Reply(head.Status, body, head.Location, head.Cookie);
    }

    private async ValueTask<byte[]> Chunks(bool keepBody)
    {
        var body = keepBody ? new MemoryStream() : null;
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8)) < 0) await Fill();
            var size = Convert.ToInt32(Encoding.ASCII.GetString(buffer, start, line), 16);
            start += line + 2;
            var chunk = await Take(size + 2, keepBody);
            if (size == 0) return body?.ToArray() ?? [];
            body?.Write(chunk, 0, size);
        }
    }

    private async ValueTask<byte[]> Take(int length, bool keep)
    {
        var kept = keep ? new byte[length] : [];
        for (var taken = 0; taken < length;)
        {
            if (start == end) await Fill();
            var part = Math.Min(length - taken, end - start);
            if (keep) buffer.AsSpan(start, part).CopyTo(kept.AsSpan(taken));
            (start, taken) = (start + part, taken + part);
        }
        return kept;
    }

    private async ValueTask Fill()
    {
        if (start == end) (start, end) = (0, 0);
        if (end == buffer.Length)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = await socket.ReceiveAsync(buffer.AsMemory(end));
        if (read == 0) throw new IOException("The server closed the connection.");
        end += read;
    }
}
