using VasaSim.Vmodl.Generator.Model;
using ValueType = VasaSim.Vmodl.Generator.Model.ValueType;

namespace VasaSim.Vmodl.Generator.Writing;

/// <summary>How generated code calls what other generated code declares.</summary>
internal static class Names
{
    private const string Root = "global::VasaSim.Vmodl";

    public static string WireNamespace(Contract contract, string codeNamespace) =>
        $"{Root}.Soap.WireNamespaces.{contract.ServiceId(codeNamespace)}";

    public static string Age(string version) => $"{Root}.Ages.{AgeField(version)}";

    public static string AgeField(string version) => "V" + version.Replace('.', '_');

    public static string Type(Contract contract, string codeNamespace, string name) =>
        $"{Root}.ContractModel.{TypeField(contract, codeNamespace, name)}";

    public static string TypeField(Contract contract, string codeNamespace, string name) =>
        $"{contract.ServiceId(codeNamespace)}Type_{name}";

    public static string ObjectField(Contract contract, string codeNamespace, string name) =>
        $"{contract.ServiceId(codeNamespace)}Object_{name}";

    public static string Operation(Contract contract, string codeNamespace, string name) =>
        $"{Root}.ContractModel.{OperationField(contract, codeNamespace, name)}";

    public static string OperationField(Contract contract, string codeNamespace, string name) =>
        $"{contract.ServiceId(codeNamespace)}Operation_{name}";

    public static string ToText(Contract contract, ValueType type) =>
        $"global::{type.CodeNamespace}.{contract.ServiceId(type.CodeNamespace)}Enums.ToText";

    public static string Literal(string? text) =>
        text is null ? "null" : "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    public static string Flag(bool value) => value ? "true" : "false";
}
