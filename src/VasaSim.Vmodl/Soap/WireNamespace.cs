using System.Text;

namespace VasaSim.Vmodl.Soap;

/// <summary>An XML namespace of the contract, encoded once. There is one instance per namespace.</summary>
internal sealed class WireNamespace(string uri, string prefix)
{
    public string Uri { get; } = uri;

    public string Prefix { get; } = prefix;

    /// <summary>The attribute that makes the namespace the default one.</summary>
    public byte[] DefaultDeclaration { get; } = Encoding.UTF8.GetBytes($" xmlns=\"{uri}\"");

    /// <summary>The attribute that binds the prefix to the namespace.</summary>
    public byte[] PrefixDeclaration { get; } = Encoding.UTF8.GetBytes($" xmlns:{prefix}=\"{uri}\"");

    public byte[] PrefixAndColon { get; } = Encoding.UTF8.GetBytes(prefix + ":");
}
