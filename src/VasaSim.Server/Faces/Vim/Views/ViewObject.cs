using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Views;

/// <summary>A view: a selection of objects that a session has made.</summary>
internal abstract class ViewObject(ManagedObjectReference reference) : VimObject(reference)
{
    /// <summary>What the view shows at this moment.</summary>
    public abstract IReadOnlyList<ManagedObjectReference> Shown(VimScope scope);

    public override object? Read(string property, VimScope scope) =>
        property == "view" ? Shown(scope) : throw Unknown(property);
}
