using System.Xml.Linq;
using VasaSim.Vmodl.Tests.Samples;

namespace VasaSim.Vmodl.Tests.Soap;

/// <summary>
/// Bytes that pyVmomi 8.0.3.0.1 made of invented values, with its own serializer. What we write for the same request
/// has the same elements in the same order, namespaces and types.
/// </summary>
public sealed class PyVmomiCaptureTests
{
    private static readonly XName TypeAttribute = XName.Get("type", "http://www.w3.org/2001/XMLSchema-instance");

    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Captures"), "*.xml").Order())
            data.Add(Path.GetFileName(file));
        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Request_is_read_and_written_like_pyVmomi_writes_it(string file)
    {
        var captured = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Captures", file));
        var contract = file.StartsWith("sms.", StringComparison.Ordinal) ? Contracts.Sms : Contracts.Vim;

        var read = Messages.Read(captured, contract, "UTF-8");

        Assert.Null(read.ErrorText);
        Assert.Null(read.InvalidArgument);
        Assert.Equal("abc", read.SessionCookie);
        var written = Arguments(Messages.Request(read.Request!));
        var expected = Arguments(captured);
        Assert.Equal(expected.Select(element => Shape(element)), written.Select(element => Shape(element)));
        // pyVmomi writes a type only where it differs from the declared one, we wherever it may.
        Assert.All(
            expected.Zip(written).SelectMany(pair => pair.First.DescendantsAndSelf().Zip(pair.Second.DescendantsAndSelf())),
            pair =>
            {
                if (pair.First.Attribute(TypeAttribute) is { } type)
                    Assert.Equal(Local(type.Value), Local(pair.Second.Attribute(TypeAttribute)!.Value));
            });
    }

    private static List<XElement> Arguments(byte[] message) =>
        [.. XDocument.Load(new MemoryStream(message)).Root!.Elements().Last().Elements().Single().Elements()
            .Where(element => element.Name.LocalName != "_this")];

    private static string Shape(XElement element) =>
        $"<{element.Name} {element.Attribute("type")?.Value}>"
        + (element.HasElements ? string.Concat(element.Elements().Select(child => Shape(child))) : element.Value)
        + "</>";

    // pyVmomi has its own name for references as anyType.
    private static string Local(string typeName) =>
        typeName[(typeName.IndexOf(':', StringComparison.Ordinal) + 1)..].Replace(
            "ManagedObjectReference", "ManagedObject", StringComparison.Ordinal);
}
