using VasaSim.Vmodl.Generator.Model;

namespace VasaSim.Vmodl.Generator.Writing;

/// <summary>Writes the reader, the writer and the description of a data object or of a method's arguments.</summary>
internal static class DataTypeWriter
{
    public static string Write(Contract contract, DataType type)
    {
        var baseType = contract.BaseOf(type);
        var hides = baseType is null ? "" : "new ";
        var code = new CodeBuilder();
        code.Line($"namespace {type.CodeNamespace};").Line();
        code.Open($"partial class {type.Name} : global::VasaSim.Vmodl.IContractType");
        code.Line("/// <summary>The description of the type.</summary>");
        code.Line($"public static {hides}global::VasaSim.Vmodl.DataTypeInfo Metadata => "
            + $"{Names.Type(contract, type.CodeNamespace, type.Name)};");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("public override global::VasaSim.Vmodl.DataTypeInfo TypeInfo => Metadata;");
        code.Line();
        ReaderWriter.WriteReader(code, contract, type.Name, hides, [.. contract.AllMembers(type)], isRequest: false);
        code.Line();
        MemberWriter.WriteSoap(code, contract, type, baseType);
        code.Line();
        MemberWriter.WriteJson(code, contract, type, baseType);
        code.Close();
        return code.ToString();
    }

    public static string Write(Contract contract, ManagedObject owner, Operation operation)
    {
        var type = new DataType(
            owner.CodeNamespace, operation.RequestName, operation.Since, null, null, operation.Parameters);
        var code = new CodeBuilder();
        code.Line($"namespace {type.CodeNamespace};").Line();
        code.Line($"/// <summary>The arguments of <c>{owner.Name}.{operation.Name}</c>.</summary>");
        code.Open($"public sealed class {type.Name} : global::VasaSim.Vmodl.Request, global::VasaSim.Vmodl.IRequestType");
        foreach (var member in type.Members)
        {
            code.Line($"/// <summary>The argument <c>{member.WireName}</c>.</summary>");
            var required = member.Type.IsOptional ? "" : "required ";
            code.Line($"public {required}{member.Type.PropertyCode} {member.Name} {{ get; init; }}");
            code.Line();
        }
        code.Line("/// <summary>The method.</summary>");
        code.Line("public static global::VasaSim.Vmodl.OperationInfo Method => "
            + $"{Names.Operation(contract, owner.CodeNamespace, operation.Name)};");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("public override global::VasaSim.Vmodl.OperationInfo Operation => Method;");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("public override global::VasaSim.Vmodl.DataTypeInfo TypeInfo => "
            + $"{Names.Type(contract, owner.CodeNamespace, operation.RequestName)};");
        code.Line();
        ReaderWriter.WriteReader(code, contract, type.Name, "", [.. type.Members], isRequest: true);
        code.Line();
        MemberWriter.WriteSoap(code, contract, type, null);
        code.Line();
        MemberWriter.WriteJson(code, contract, type, null);
        code.Close();
        return code.ToString();
    }
}
