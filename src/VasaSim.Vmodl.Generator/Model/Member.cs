namespace VasaSim.Vmodl.Generator.Model;

/// <summary>A property or a parameter.</summary>
internal sealed record Member(
    string Name, string WireName, ValueType Type, string Since, string? Privilege, bool IsSecret);
