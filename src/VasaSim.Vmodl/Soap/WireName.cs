using System.Text;

namespace VasaSim.Vmodl.Soap;

/// <summary>A name, encoded once.</summary>
internal sealed class WireName(string name)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(name);

    public ReadOnlySpan<byte> Bytes => _bytes;
}
