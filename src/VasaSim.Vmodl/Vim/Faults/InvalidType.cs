namespace VasaSim.Vmodl.Vim;

/// <summary>A value has a type that does not fit.</summary>
[DataObject(Since = "0.0")]
public sealed partial class InvalidType : InvalidRequest
{
    /// <summary>The path of the argument.</summary>
    public string? Argument { get; init; }
}
