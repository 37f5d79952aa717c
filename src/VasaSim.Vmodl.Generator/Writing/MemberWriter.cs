using VasaSim.Vmodl.Generator.Model;

namespace VasaSim.Vmodl.Generator.Writing;

/// <summary>Writes the method that writes an object's members.</summary>
internal static class MemberWriter
{
    public static void Write(CodeBuilder code, Contract contract, DataType type, DataType? baseType)
    {
        code.Open("internal override void WriteMembers(ref global::VasaSim.Vmodl.Soap.SoapElementWriter writer)");
        if (baseType is not null)
            code.Line("base.WriteMembers(ref writer);");
        // An object of a type that the caller does not know is written as one of its base.
        var isGuarded = baseType is not null && baseType.Since != type.Since && type.Members.Count > 0;
        if (isGuarded)
            code.Line($"if (!writer.Includes({Names.Age(type.Since)})) return;");
        foreach (var member in type.Members)
        {
            if (member.Since == type.Since)
            {
                WriteMember(code, contract, type, member);
                continue;
            }
            code.Open($"if (writer.Includes({Names.Age(member.Since)}))");
            WriteMember(code, contract, type, member);
            code.Close();
        }
        code.Close();
    }

    private static void WriteMember(CodeBuilder code, Contract contract, DataType owner, Member member)
    {
        if (!member.Type.IsArray)
        {
            code.Line(Call(contract, owner, member, member.Name, member.Type.IsOptional));
            return;
        }

        var list = "list" + member.Name;
        code.Open($"if ({member.Name} is {{ }} {list})");
        code.Line($"for (var i = 0; i < {list}.Count; i++)");
        code.Line("    " + Call(contract, owner, member, list + "[i]", false));
        code.Close();
    }

    private static string Call(Contract contract, DataType owner, Member member, string value, bool isOptional)
    {
        var place = $"\"{member.WireName}\"u8, {Names.WireNamespace(contract, owner.CodeNamespace)}";
        var type = member.Type;
        if (type.Kind == ValueKind.Enum)
        {
            var text = Names.ToText(contract, type);
            return isOptional
                ? $"writer.String({place}, {value} is {{ }} value{member.Name} ? {text}(value{member.Name}) : null);"
                : $"writer.String({place}, {text}({value}));";
        }

        var method = type.Kind == ValueKind.Object && contract.HasSubtypes(type.Code)
            ? "Polymorphic"
            : type.Kind.ToString();
        return $"writer.{method}({place}, {value});";
    }
}
