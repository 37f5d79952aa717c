using VasaSim.Vmodl.Generator.Model;

namespace VasaSim.Vmodl.Generator.Writing;

/// <summary>Writes the method that reads an object: a switch over the names of its children.</summary>
internal static class ReaderWriter
{
    public static void WriteReader(
        CodeBuilder code, Contract contract, string name, string hides, IReadOnlyList<Member> members, bool isRequest)
    {
        code.Open($"internal static {hides}{name} Read(global::VasaSim.Vmodl.Reading.ElementReader reader)");
        foreach (var member in members)
        {
            var type = member.Type.IsArray
                ? $"global::System.Collections.Generic.List<{member.Type.Code}>"
                : member.Type.Code;
            code.Line($"{type}? {Local(member)} = null;");
        }
        code.Line("var hasChildren = reader.Enter();");
        code.Open("while (reader.Next(hasChildren))");
        code.Open("switch (reader.Name)");
        foreach (var member in members)
            WriteCase(code, contract, member);
        if (isRequest)
            code.Line("case \"_this\":").Line("    reader.ReadTarget();").Line("    break;");
        code.Line("default:").Line("    reader.Skip();").Line("    break;");
        code.Close().Close();

        foreach (var member in members.Where(member => !member.Type.IsOptional))
            code.Line($"if ({Local(member)} is null) reader.Missing({Names.Literal(member.WireName)});");

        code.Open($"return new {name}");
        foreach (var member in members)
            code.Line($"{member.Name} = {Result(member)},");
        code.Close(";");
        code.Close();
    }

    private static void WriteCase(CodeBuilder code, Contract contract, Member member)
    {
        var local = Local(member);
        code.Line($"case {Names.Literal(member.WireName)}:");
        if (member.Type.IsArray)
        {
            code.Line($"    if ({Call(contract, member, $", {local}?.Count ?? 0")} is {{ }} item{member.Name})");
            code.Line($"        ({local} ??= []).Add(item{member.Name});");
        }
        else
        {
            code.Line($"    {local} = {Call(contract, member, "")};");
        }
        code.Line("    break;");
    }

    private static string Call(Contract contract, Member member, string index)
    {
        var name = Names.Literal(member.WireName);
        var type = member.Type;
        return type.Kind switch
        {
            ValueKind.Object =>
                $"reader.Object<{type.Code}>({name}, {Names.Type(contract, type.CodeNamespace, type.Name)}{index})",
            ValueKind.Enum =>
                $"({type.Code}?)reader.Enum({name}, {Names.Type(contract, type.CodeNamespace, type.Name)}{index})",
            _ => $"reader.{type.Kind}({name}{index})",
        };
    }

    // What is missing was recorded: the value stands for it until somebody looks at the record.
    private static string Result(Member member) => member.Type switch
    {
        { IsOptional: true } => Local(member),
        { IsArray: false, IsValueType: true } => Local(member) + ".GetValueOrDefault()",
        _ => Local(member) + "!",
    };

    private static string Local(Member member) => "read" + member.Name;
}
