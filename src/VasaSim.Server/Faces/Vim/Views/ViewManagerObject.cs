namespace VasaSim.Server.Faces.Vim.Views;

/// <summary>Knows the session's views.</summary>
internal sealed class ViewManagerObject() : VimObject(VimReferences.ViewManager)
{
    public override object? Read(string property, VimScope scope) => property == "viewList"
        ? scope.Mine?.Views.Select(v => v.Reference).ToArray()
        : throw Unknown(property);
}
