using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Properties;

/// <summary>A property of a managed object type, or a member of the data inside one: <c>summary.name</c>.</summary>
internal sealed class PropertyPath
{
    private readonly MemberInfo? _root;
    private readonly string[] _nested;

    private PropertyPath(string text, MemberInfo? root, string[] nested, TypeRef type) =>
        (Text, _root, _nested, Type) = (text, root, nested, type);

    public string Text { get; }

    /// <summary>The type of the value at the path's end.</summary>
    public TypeRef Type { get; }

    /// <summary>The privilege that reading it needs; null when the contract names none.</summary>
    public string? Privilege => _root is null ? Privileges.SystemView : _root.Privilege;

    /// <summary>Reads a path; null when the type has no such property in the caller's version.</summary>
    public static PropertyPath? Resolve(ManagedObjectInfo type, string text, ApiVersion version)
    {
        string[] names = text.Split('.');
        if (Properties(type).FirstOrDefault(p => p.Name == names[0]) is not { } root)
        {
            return AbsentReferences.Find(type, text) is { } absent ? new PropertyPath(text, null, [], absent) : null;
        }

        if (root.Since > version)
        {
            return null;
        }

        TypeRef at = root.Type;
        foreach (string name in names.AsSpan(1))
        {
            if (at.IsArray || at.DataType?.AllMembers.FirstOrDefault(m => m.Name == name) is not { } member || member.Since > version)
            {
                return null;
            }

            at = member.Type;
        }

        return new PropertyPath(text, root, names[1..], at);
    }

    /// <summary>All properties of a type that the caller's version knows, those of the base first.</summary>
    public static IEnumerable<PropertyPath> All(ManagedObjectInfo type, ApiVersion version) =>
        Properties(type).Where(p => p.Since <= version).Select(p => new PropertyPath(p.Name, p, [], p.Type));

    /// <summary>The value where the contract says <c>anyType</c>; null when it is unset.</summary>
    public object? Read(VimObject target, VimScope scope)
    {
        object? value = _root is null ? null : target.Read(_root.Name, scope);
        foreach (string name in _nested)
        {
            if (value is not DataObject data)
            {
                return null;
            }

            value = DataMembers.Read(data, name);
        }

        // A list without items is there all the same: pyVmomi's users go through what they read without asking.
        return Type.IsArray ? new VmodlArray(Type.ToElement(), (IReadOnlyList<object>?)value ?? []) : value;
    }

    /// <summary>What to compare to see whether the value has changed.</summary>
    public object? Mark(VimObject target, VimScope scope, object? value) =>
        (_root is null ? null : target.MarkOf(_root.Name, scope)) ?? ValueMark.Of(value);

    private static IEnumerable<MemberInfo> Properties(ManagedObjectInfo type) =>
        type.Base is null ? type.Properties : Properties(type.Base).Concat(type.Properties);
}
