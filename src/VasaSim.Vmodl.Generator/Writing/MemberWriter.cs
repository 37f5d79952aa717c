using VasaSim.Vmodl.Generator.Model;

namespace VasaSim.Vmodl.Generator.Writing;

/// <summary>Writes the methods that write an object's members, one for each protocol.</summary>
internal static class MemberWriter
{
    public static void WriteSoap(CodeBuilder code, Contract contract, DataType type, DataType? baseType)
    {
        code.Open("internal override void WriteMembers(ref global::VasaSim.Vmodl.Soap.SoapElementWriter writer)");
        Write(code, type, baseType, "ref writer", member =>
        {
            string Call(string value, bool isOptional) => SoapCall(contract, type, member, value, isOptional);
            if (member.Type.IsArray)
                WriteItems(code, member, "is { }", Call);
            else
                code.Line(Call(member.Name, member.Type.IsOptional));
        });
    }

    public static void WriteJson(CodeBuilder code, Contract contract, DataType type, DataType? baseType)
    {
        code.Open("internal override void WriteMembers(global::VasaSim.Vmodl.Json.JsonElementWriter writer)");
        Write(code, type, baseType, "writer", member =>
        {
            var name = $"\"{member.WireName}\"u8";
            string Call(string place, string value, bool isOptional) =>
                $"writer.{Method(member)}({place}, {Value(contract, member, value, isOptional)});";
            if (member.Type.IsArray)
                WriteItems(
                    code, member, member.Type.IsOptional ? "is { Count: > 0 }" : "is { }", (value, isOptional) => Call("default", value, isOptional), name);
            else
                code.Line(Call(name, member.Name, member.Type.IsOptional));
        });
    }

    private static void Write(
        CodeBuilder code, DataType type, DataType? baseType, string argument, Action<Member> writeMember)
    {
        if (baseType is not null)
            code.Line($"base.WriteMembers({argument});");
        // An object of a type that the caller does not know is written as one of its base.
        var isGuarded = baseType is not null && baseType.Since != type.Since && type.Members.Count > 0;
        if (isGuarded)
            code.Line($"if (!writer.Includes({Names.Age(type.Since)})) return;");
        foreach (var member in type.Members)
        {
            if (member.Since == type.Since)
            {
                writeMember(member);
                continue;
            }
            code.Open($"if (writer.Includes({Names.Age(member.Since)}))");
            writeMember(member);
            code.Close();
        }
        code.Close();
    }

    // SOAP repeats the element; JSON has one array, which it must open by the list's name.
    private static void WriteItems(
        CodeBuilder code, Member member, string test, Func<string, bool, string> call, string? openName = null)
    {
        var list = "list" + member.Name;
        code.Open($"if ({member.Name} {test} {list})");
        if (openName is not null)
            code.Line($"writer.OpenList({openName});");
        code.Line($"for (var i = 0; i < {list}.Count; i++)");
        code.Line("    " + call(list + "[i]", false));
        if (openName is not null)
            code.Line("writer.CloseList();");
        code.Close();
    }

    private static string SoapCall(Contract contract, DataType owner, Member member, string value, bool isOptional)
    {
        var place = $"\"{member.WireName}\"u8, {Names.WireNamespace(contract, owner.CodeNamespace)}";
        var method = member.Type.Kind == ValueKind.Object && contract.HasSubtypes(member.Type.Code)
            ? "Polymorphic"
            : Method(member);
        return $"writer.{method}({place}, {Value(contract, member, value, isOptional)});";
    }

    private static string Method(Member member) =>
        (member.Type.Kind == ValueKind.Enum ? ValueKind.String : member.Type.Kind).ToString();

    private static string Value(Contract contract, Member member, string value, bool isOptional)
    {
        if (member.Type.Kind != ValueKind.Enum)
            return value;
        var text = Names.ToText(contract, member.Type);
        return isOptional
            ? $"{value} is {{ }} value{member.Name} ? {text}(value{member.Name}) : null"
            : $"{text}({value})";
    }
}
