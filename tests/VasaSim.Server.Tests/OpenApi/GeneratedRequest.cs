using System.Text;

namespace VasaSim.Server.Tests.OpenApi;

/// <summary>A request that was made from a document.</summary>
/// <param name="Template">The path as the document has it.</param>
/// <param name="Verb">GET, POST, PUT …</param>
/// <param name="Path">The path as it is sent, with the query.</param>
/// <param name="Body">The body; empty: none.</param>
/// <param name="ContentType">What the body is said to be.</param>
internal sealed record GeneratedRequest(string Template, string Verb, string Path, byte[] Body, string ContentType)
{
    /// <summary>The same at another path.</summary>
    public GeneratedRequest At(Func<string, string> other) => this with { Template = other(Template), Path = other(Path) };

    public override string ToString() => $"{Verb} {Path}, {ContentType}: {Encoding.UTF8.GetString(Body)}";
}
