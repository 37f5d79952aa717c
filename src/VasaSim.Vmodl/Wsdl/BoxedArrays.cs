namespace VasaSim.Vmodl.Wsdl;

/// <summary>Finds the types of which <c>ArrayOf…</c> types exist: those that are used in a list somewhere.</summary>
internal static class BoxedArrays
{
    // These exist whether the contract uses them or not: any property may hold such a list.
    private static readonly TypeRef[] Simple =
    [
        TypeRef.AnyType, TypeRef.Boolean, TypeRef.DateTime, TypeRef.Double, TypeRef.Int, TypeRef.Long,
        TypeRef.ManagedObjectReference, TypeRef.String,
    ];

    /// <summary>Returns the element types whose lists are declared in a service's namespace.</summary>
    public static IEnumerable<TypeRef> Of(ServiceContract contract)
    {
        var used = new[] { Contracts.Sms, Contracts.Vim }.SelectMany(Lists)
            .Where(type => Namespace(type) == contract.Namespace)
            .DistinctBy(type => type.Name)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => type.ToElement());
        return contract == Contracts.Vim ? Simple.Concat(used) : used;
    }

    private static IEnumerable<TypeRef> Lists(ServiceContract contract) =>
        contract.DataTypes.SelectMany(type => type.OwnMembers)
            .Concat(contract.ManagedObjects.SelectMany(type => type.Properties))
            .Concat(contract.Operations.SelectMany(operation => operation.Parameters))
            .Select(member => member.Type)
            .Concat(contract.Operations.Select(operation => operation.Returns).OfType<TypeRef>())
            .Where(type => type.IsArray);

    private static string? Namespace(TypeRef type) => type.DataType?.Namespace ?? type.Enum?.Namespace;
}
