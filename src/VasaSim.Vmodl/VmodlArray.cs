namespace VasaSim.Vmodl;

/// <summary>A list where the contract says <c>anyType</c>: on the wire an <c>ArrayOf…</c> of its element type.</summary>
public sealed class VmodlArray
{
    /// <summary>Creates a list of items that all fit the element type.</summary>
    /// <param name="elementType">The type of one item.</param>
    /// <param name="items">The items; a list of the C# type that stands for the element type.</param>
    public VmodlArray(TypeRef elementType, IReadOnlyList<object> items)
    {
        if (elementType.IsArray)
            throw new ArgumentException("The element type must not be a list.", nameof(elementType));
        ElementType = elementType;
        Items = items;
    }

    /// <summary>The type of one item.</summary>
    public TypeRef ElementType { get; }

    /// <summary>The items, none of them null.</summary>
    public IReadOnlyList<object> Items { get; }

    /// <summary>Creates a list of data objects, declared as <typeparamref name="T"/>.</summary>
    public static VmodlArray Of<T>(IReadOnlyList<T> items)
        where T : DataObject, IContractType => new(TypeRef.To(T.Metadata), items);

    /// <summary>Creates a list of texts.</summary>
    public static VmodlArray Of(IReadOnlyList<string> items) => new(TypeRef.String, items);

    /// <summary>Creates a list of references.</summary>
    public static VmodlArray Of(IReadOnlyList<ManagedObjectReference> items) =>
        new(TypeRef.ManagedObjectReference, items);
}
