namespace VasaSim.Vmodl.Generator.Model;

/// <summary>A value of an enumeration and its text on the wire.</summary>
internal sealed record EnumerationValue(string Name, string Text);
