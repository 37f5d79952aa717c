using VasaSim.Vmodl.Generator.Model;
using ValueType = VasaSim.Vmodl.Generator.Model.ValueType;

namespace VasaSim.Vmodl.Generator.Writing;

/// <summary>
/// Writes the description of the whole contract: one field per type, method and service, in an order in which each
/// needs only those before it.
/// </summary>
internal static class ContractModelWriter
{
    public static string Write(Contract contract)
    {
        var code = new CodeBuilder();
        // The members of a type are made when asked for, and then every field is set.
        code.Line("#nullable disable warnings").Line();
        WriteNamespaces(code, contract);
        code.Open("namespace VasaSim.Vmodl");
        WriteAges(code, contract);
        code.Open("internal static class ContractModel");
        foreach (var type in contract.Enumerations)
            WriteEnumeration(code, contract, type);
        foreach (var type in contract.DataTypes)
            WriteDataType(code, contract, type);
        foreach (var owner in contract.ManagedObjects)
        {
            foreach (var operation in owner.Operations)
                WriteRequestType(code, contract, owner, operation);
        }
        foreach (var owner in contract.ManagedObjects)
            WriteManagedObject(code, contract, owner);
        foreach (var service in contract.Services)
            WriteOperations(code, contract, service);
        foreach (var service in contract.Services)
            WriteService(code, contract, service);
        WriteDescribeEnum(code, contract);
        code.Close();
        code.Close();
        return code.ToString();
    }

    private static void WriteNamespaces(CodeBuilder code, Contract contract)
    {
        code.Open("namespace VasaSim.Vmodl.Soap");
        code.Open("internal static class WireNamespaces");
        foreach (var service in contract.Services)
        {
            code.Line($"public static readonly WireNamespace {service.Id} = "
                + $"new({Names.Literal(service.XmlNamespace)}, {Names.Literal(service.Prefix)});");
        }
        code.Line($"public static readonly WireNamespace[] All = [{string.Join(", ", contract.Services.Select(s => s.Id))}];");
        code.Close();
        code.Close();
        code.Line();
    }

    private static void WriteAges(CodeBuilder code, Contract contract)
    {
        var ages = contract.DataTypes.Select(type => type.Since)
            .Concat(contract.DataTypes.SelectMany(type => type.Members).Select(member => member.Since))
            .Concat(contract.Enumerations.Select(type => type.Since))
            .Concat(contract.ManagedObjects.SelectMany(type => type.Properties.Select(member => member.Since)
                .Concat(type.Operations.Select(operation => operation.Since))
                .Concat(type.Operations.SelectMany(operation => operation.Parameters).Select(member => member.Since))
                .Concat([type.Since])))
            .Concat(contract.Services.SelectMany(service => service.Versions))
            .Distinct()
            .OrderBy(age => age, StringComparer.Ordinal);
        code.Open("internal static class Ages");
        foreach (var age in ages)
            code.Line($"public static readonly ApiVersion {Names.AgeField(age)} = new({age.Replace(".", ", ")});");
        code.Close();
        code.Line();
    }

    private static void WriteEnumeration(CodeBuilder code, Contract contract, Enumeration type)
    {
        var values = string.Join(", ", type.Values.Select(value => Names.Literal(value.Text)));
        code.Line($"internal static readonly EnumInfo {Names.TypeField(contract, type.CodeNamespace, type.Name)} = new("
            + $"{Names.Literal(type.Name)}, {Names.WireNamespace(contract, type.CodeNamespace)}, {Names.Age(type.Since)}, "
            + $"[{values}], static text => global::{type.CodeNamespace}.{contract.ServiceId(type.CodeNamespace)}Enums"
            + $".TryParseText(text, out {type.Code} value) ? value : null);");
    }

    private static void WriteDataType(CodeBuilder code, Contract contract, DataType type)
    {
        var baseType = contract.BaseOf(type);
        code.Line($"internal static readonly DataTypeInfo {Names.TypeField(contract, type.CodeNamespace, type.Name)} = "
            + $"new({Names.Literal(type.Name)}, "
            + $"{Names.WireNamespace(contract, type.CodeNamespace)}, {Names.Age(type.Since)}, "
            + (baseType is null ? "null" : Names.TypeField(contract, baseType.CodeNamespace, baseType.Name))
            + $", {Codec(type.Code)}, static () => {Members(contract, type.Members)}) {{ "
            + $"IsFault = {Names.Flag(contract.IsFault(type))}, "
            + $"HasSubtypes = {Names.Flag(contract.HasSubtypes(type.Code))} }};");
    }

    private static void WriteRequestType(CodeBuilder code, Contract contract, ManagedObject owner, Operation operation)
    {
        var request = $"global::{owner.CodeNamespace}.{operation.RequestName}";
        code.Line("internal static readonly DataTypeInfo "
            + $"{Names.TypeField(contract, owner.CodeNamespace, operation.RequestName)} = new("
            + $"{Names.Literal(operation.RequestName + "Type")}, {Names.WireNamespace(contract, owner.CodeNamespace)}, "
            + $"{Names.Age(operation.Since)}, null, {Codec(request)}, "
            + $"static () => {Members(contract, operation.Parameters)});");
    }

    private static void WriteManagedObject(CodeBuilder code, Contract contract, ManagedObject type)
    {
        var operations = string.Join(", ", type.Operations.Select(operation =>
            Names.OperationField(contract, type.CodeNamespace, operation.Name)));
        code.Line("internal static readonly ManagedObjectInfo "
            + $"{Names.ObjectField(contract, type.CodeNamespace, type.Name)} = new({Names.Literal(type.Name)}, "
            + (type.BaseName is null ? "null" : Names.ObjectField(contract, type.BaseNamespace!, type.BaseName))
            + $", {Names.Age(type.Since)}, static () => {Members(contract, type.Properties)}, "
            + $"static () => [{operations}]);");
    }

    private static void WriteOperations(CodeBuilder code, Contract contract, Service service)
    {
        var ordinal = 0;
        foreach (var owner in contract.ManagedObjects.Where(type => type.CodeNamespace == service.CodeNamespace))
        {
            foreach (var operation in owner.Operations)
            {
                var faults = string.Join(", ", operation.Faults.Select(fault =>
                    Names.TypeField(contract, fault.CodeNamespace, fault.Name)));
                code.Line("internal static readonly OperationInfo "
                    + $"{Names.OperationField(contract, owner.CodeNamespace, operation.Name)} = new({ordinal++}, "
                    + $"{Names.Literal(operation.Name)}, {Names.ObjectField(contract, owner.CodeNamespace, owner.Name)}, "
                    + $"{Names.Age(operation.Since)}, "
                    + $"{Names.TypeField(contract, owner.CodeNamespace, operation.RequestName)}) {{ "
                    + $"Privilege = {Names.Literal(operation.Privilege)}, "
                    + $"Returns = {TypeOrNull(contract, operation.Returns)}, "
                    + $"ReturnsOptional = {Names.Flag(operation.Returns?.IsOptional == true)}, "
                    + $"TaskResult = {TypeOrNull(contract, operation.TaskResult)}, "
                    + $"Undocumented = {Names.Flag(operation.IsUndocumented)}, Faults = [{faults}] }};");
            }
        }
    }

    private static void WriteService(CodeBuilder code, Contract contract, Service service)
    {
        var own = service.CodeNamespace;
        var objects = contract.ManagedObjects.Where(type => type.CodeNamespace == own).ToList();
        code.Line($"internal static readonly ServiceContract {service.Id}Service = new("
            + $"{Names.WireNamespace(contract, own)}, {Names.Literal(service.Path)}, "
            + $"[{string.Join(", ", service.Versions.Select(Names.Age))}], "
            + $"[{string.Join(", ", objects.Select(type => Names.ObjectField(contract, own, type.Name)))}], "
            + $"[{string.Join(", ", contract.DataTypes.Where(type => type.CodeNamespace == own)
                .Select(type => Names.TypeField(contract, own, type.Name)))}], "
            + $"[{string.Join(", ", contract.Enumerations.Where(type => type.CodeNamespace == own)
                .Select(type => Names.TypeField(contract, own, type.Name)))}], "
            + $"[{string.Join(", ", objects.SelectMany(type => type.Operations)
                .Select(operation => Names.OperationField(contract, own, operation.Name)))}]);");
    }

    private static void WriteDescribeEnum(CodeBuilder code, Contract contract)
    {
        code.Line();
        code.Open("internal static EnumInfo? DescribeEnum(object value, out string text)");
        code.Open("switch (value)");
        foreach (var type in contract.Enumerations)
        {
            code.Line($"case {type.Code} found:");
            code.Line($"    text = global::{type.CodeNamespace}.{contract.ServiceId(type.CodeNamespace)}Enums.ToText(found);");
            code.Line($"    return {Names.TypeField(contract, type.CodeNamespace, type.Name)};");
        }
        code.Line("default:").Line("    text = \"\";").Line("    return null;");
        code.Close().Close();
    }

    // Lambdas rather than method groups: the runtime loads a type only when the first lambda about it runs, and at
    // start none does.
    private static string Codec(string code) =>
        $"static reader => {code}.Read(reader), static items => items.ConvertAll(static item => ({code})item)";

    private static string Members(Contract contract, EquatableArray<Member> members) =>
        "[" + string.Join(", ", members.Select(member =>
            $"new MemberInfo({Names.Literal(member.WireName)}, {Type(contract, member.Type)}, {Names.Age(member.Since)}) {{ "
            + $"Optional = {Names.Flag(member.Type.IsOptional)}, Privilege = {Names.Literal(member.Privilege)}, "
            + $"Secret = {Names.Flag(member.IsSecret)} }}")) + "]";

    private static string TypeOrNull(Contract contract, ValueType? type) =>
        type is null ? "null" : Type(contract, type);

    private static string Type(Contract contract, ValueType type)
    {
        var element = type.Kind switch
        {
            ValueKind.Any => "TypeRef.AnyType",
            ValueKind.Reference when type.RefersTo is not null => $"TypeRef.ReferenceTo({Names.Literal(type.RefersTo)})",
            ValueKind.Reference => "TypeRef.ManagedObjectReference",
            ValueKind.Object or ValueKind.Enum =>
                $"TypeRef.To({Names.TypeField(contract, type.CodeNamespace, type.Name)})",
            _ => $"TypeRef.{type.Kind}",
        };
        return type.IsArray ? element + ".ToArray()" : element;
    }
}
