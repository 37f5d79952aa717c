using System.Reflection;

namespace VasaSim.Server.Control;

/// <summary>The program's version.</summary>
public static class ProductVersion
{
    /// <summary>The version, with the commit it was built from where that is known.</summary>
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
