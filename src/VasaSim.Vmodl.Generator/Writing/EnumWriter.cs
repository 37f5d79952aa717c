using VasaSim.Vmodl.Generator.Model;

namespace VasaSim.Vmodl.Generator.Writing;

/// <summary>Writes the ways between the enumerations of a service and their texts.</summary>
internal static class EnumWriter
{
    public static string Write(Contract contract, Service service)
    {
        var code = new CodeBuilder();
        code.Line($"namespace {service.CodeNamespace};").Line();
        code.Line("/// <summary>The texts of the enumerations on the wire.</summary>");
        code.Open($"public static class {service.Id}Enums");
        foreach (var type in contract.Enumerations.Where(type => type.CodeNamespace == service.CodeNamespace))
        {
            code.Line("/// <summary>Returns the value's text on the wire.</summary>");
            code.Open($"public static string ToText(this {type.Name} value) => value switch");
            foreach (var value in type.Values)
                code.Line($"{type.Name}.{value.Name} => {Names.Literal(value.Text)},");
            code.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(value), value, null),");
            code.Close(";");
            code.Line();
            code.Open($"extension({type.Name})");
            code.Line("/// <summary>Finds the value of a text on the wire; upper and lower case differ.</summary>");
            code.Open($"public static bool TryParseText(string? text, out {type.Name} value)");
            code.Open("switch (text)");
            foreach (var value in type.Values)
            {
                code.Line($"case {Names.Literal(value.Text)}:");
                code.Line($"    value = {type.Name}.{value.Name};");
                code.Line("    return true;");
            }
            code.Line("default:").Line("    value = default;").Line("    return false;");
            code.Close().Close().Close();
            code.Line();
        }
        code.Close();
        return code.ToString();
    }
}
