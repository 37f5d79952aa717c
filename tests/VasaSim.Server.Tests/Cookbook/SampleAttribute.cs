namespace VasaSim.Server.Tests.Cookbook;

/// <summary>Marks the test of a sample.</summary>
/// <param name="path">The file, from <c>samples/</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SampleAttribute(string path) : Attribute
{
    public string Path { get; } = path;
}
