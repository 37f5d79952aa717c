namespace VasaSim.Vmodl.Vim;

/// <summary>How to get from an object to others by a property.</summary>
[DataObject(Since = "1.0")]
public sealed partial class TraversalSpec : SelectionSpec
{
    /// <summary>The type of the objects to start from.</summary>
    public required string Type { get; init; }

    /// <summary>The property that leads on.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the object at the end of the step is left out of the result.</summary>
    public bool? Skip { get; init; }

    public IReadOnlyList<SelectionSpec>? SelectSet { get; init; }
}
