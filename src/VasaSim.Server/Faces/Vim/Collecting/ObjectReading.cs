using VasaSim.Server.Faces.Vim.Properties;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Collecting;

/// <summary>An object with the properties that were read of it.</summary>
internal sealed record ObjectReading(VimObject Object, IReadOnlyList<PropertyReading> Properties)
{
    public ObjectContent ToContent() => new() { Obj = Object.Reference, PropSet = Values(), MissingSet = Refusals() };

    /// <summary>The properties that may not be read; null when there is none such.</summary>
    public MissingProperty[]? Refusals()
    {
        MissingProperty[] refused =
            [.. Properties.Where(p => p.Refusal is not null).Select(p => new MissingProperty { Path = p.Path.Text, Fault = p.Refusal! })];
        return refused.Length == 0 ? null : refused;
    }

    private DynamicProperty[] Values() =>
        [.. Properties.Where(p => p.Value is not null).Select(p => new DynamicProperty { Name = p.Path.Text, Val = p.Value! })];
}

/// <summary>A property's value, null when it is unset; or why it may not be read.</summary>
internal readonly record struct PropertyReading(PropertyPath Path, object? Value, LocalizedMethodFault? Refusal);
