namespace VasaSim.Vmodl.Vim;

/// <summary>An argument of a call is missing or not acceptable.</summary>
[DataObject(Since = "0.0")]
public partial class InvalidArgument : RuntimeFault
{
    /// <summary>The path of the argument.</summary>
    public string? InvalidProperty { get; init; }
}
