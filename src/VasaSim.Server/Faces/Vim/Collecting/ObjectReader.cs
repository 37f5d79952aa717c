using VasaSim.Server.Faces.Vim.Properties;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Collecting;

/// <summary>Reads the properties that a filter asks for of the objects that it selects.</summary>
internal static class ObjectReader
{
    /// <summary>The selected objects with their properties. Objects of types that no property is asked of are left out.</summary>
    public static IEnumerable<ObjectReading> Read(FilterSpec filter, ObjectSelection selection, VimScope scope)
    {
        foreach (VimObject target in selection.Objects)
        {
            if (filter.PathsFor(target) is { } paths)
            {
                yield return new ObjectReading(target, [.. paths.Select(p => Read(target, p, scope))]);
            }
        }
    }

    private static PropertyReading Read(VimObject target, PropertyPath path, VimScope scope) =>
        VimFaults.RefusalToRead(target, path.Privilege, scope.Session) is { } refusal
            ? new PropertyReading(path, null, refusal)
            : new PropertyReading(path, path.Read(target, scope), null);
}
