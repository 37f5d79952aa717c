using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim;

/// <summary>A managed object of the vSphere API, as one call sees it.</summary>
internal abstract class VimObject(ManagedObjectReference reference)
{
    public ManagedObjectReference Reference { get; } = reference;

    public ManagedObjectInfo Type { get; } = Contracts.Vim.FindManagedObject(reference.Type)
        ?? throw new ArgumentException($"The contract has no managed object type '{reference.Type}'.", nameof(reference));

    /// <summary>Whether the object is of the named type or of one that extends it; a type that is not simulated fits nothing.</summary>
    public bool IsA(string type) => Contracts.Vim.FindManagedObject(type) is { } known && Type.IsA(known);

    /// <summary>The value of a property of the object's type, as the contract declares it; null when it is unset.</summary>
    public abstract object? Read(string property, VimScope scope);

    /// <summary>
    /// What to compare to see whether a property has changed, where the value itself would tell of changes that no
    /// client waits for, such as the passing of time. Null: compare the value.
    /// </summary>
    public virtual string? MarkOf(string property, VimScope scope) => null;

    /// <summary>The answer of an object that is asked for what its type does not have; the callers check that before.</summary>
    protected Exception Unknown(string property) =>
        new ArgumentOutOfRangeException(nameof(property), property, $"'{Type.Name}' has no such property.");
}
