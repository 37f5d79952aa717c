using Microsoft.CodeAnalysis;
using VasaSim.Vmodl.Generator.Model;

namespace VasaSim.Vmodl.Generator;

/// <summary>Finds declarations that cannot become part of a contract.</summary>
internal static class Problems
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "VMODL001",
        "The contract cannot be generated",
        "{0}",
        "VasaSim.Vmodl",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static IEnumerable<string> Find(
        IEnumerable<Service> services,
        IEnumerable<Enumeration> enumerations,
        IEnumerable<DataType> dataTypes,
        IEnumerable<ManagedObject> managedObjects)
    {
        HashSet<string> known = [.. services.Select(service => service.CodeNamespace)];
        var types = dataTypes.ToList();
        var objects = managedObjects.ToList();

        var declared = enumerations.Select(type => (type.CodeNamespace, type.Name, type.Since))
            .Concat(types.Select(type => (type.CodeNamespace, type.Name, type.Since)))
            .Concat(objects.Select(type => (type.CodeNamespace, type.Name, type.Since)))
            .ToList();
        foreach (var (codeNamespace, name, since) in declared)
        {
            if (!known.Contains(codeNamespace))
                yield return $"{name} is in the namespace {codeNamespace}, which no VmodlService attribute names.";
            if (!IsVersion(since))
                yield return $"{name} has no version that can be read: '{since}'.";
        }
        foreach (var twice in declared.GroupBy(type => type.Name).Where(group => group.Count() > 1))
            yield return $"{twice.Key} is declared more than once; names are unique across services.";

        foreach (var operation in objects.SelectMany(type => type.Operations).Where(operation => operation.Name.Length == 0))
            yield return "A method of a managed object has no Method attribute.";

        var members = types.SelectMany(type => type.Members.Select(member => (Owner: type.Name, Member: member)))
            .Concat(objects.SelectMany(type => type.Properties.Select(member => (Owner: type.Name, Member: member))))
            .Concat(objects.SelectMany(type => type.Operations.SelectMany(operation =>
                operation.Parameters.Select(member => (Owner: $"{type.Name}.{operation.Name}", Member: member)))));
        foreach (var (owner, member) in members)
        {
            if (member.Type.Kind == ValueKind.Unsupported)
                yield return $"{owner}.{member.WireName}: the contract has no type for {member.Type.Code}.";
            if (!IsVersion(member.Since))
                yield return $"{owner}.{member.WireName} has no version that can be read: '{member.Since}'.";
        }
    }

    private static bool IsVersion(string text)
    {
        var parts = text.Split('.');
        return parts.Length <= 4 && parts.All(part => ushort.TryParse(part, out _));
    }
}
