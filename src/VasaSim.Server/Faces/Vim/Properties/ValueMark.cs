using System.Buffers;
using System.Security.Cryptography;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Properties;

/// <summary>
/// Tells values apart: equal values have equal marks. Data objects do not compare by what is in them, but what they
/// look like on the wire does; of that a hash is kept.
/// </summary>
internal static class ValueMark
{
    public static object? Of(object? value)
    {
        if (value is not (DataObject or VmodlArray))
        {
            return value;
        }

        ArrayBufferWriter<byte> written = new();
        SoapResponseWriter.WriteResult(written, FetchRequest.Method, value, ApiVersion.Newest);
        return Convert.ToHexString(SHA256.HashData(written.WrittenSpan));
    }
}
