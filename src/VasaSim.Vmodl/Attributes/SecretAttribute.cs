namespace VasaSim.Vmodl;

/// <summary>Marks a value that must not be written to logs or shown to people.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SecretAttribute : Attribute;
